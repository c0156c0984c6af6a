package org.postern.web.text;

import org.postern.sentence.Sentence;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the audit log keeps in English, in the language of a page: acts by their names, and what is told of them clause by clause, as far as a clause has a
 * form that is for the act. What has none stays as it is: it is data, or of a time that had other words.
 */
public final class AuditTexts {
    private static final String ACTS = "acts";
    private static final String SENTENCES = "sentences";
    private static final List<String> BETWEEN = List.of(". ", "; ", ": ", ", ");
    private static final Pattern END = Pattern.compile("\\.+$");
    /** What is told has no more clauses in each other; what a stranger has written may. */
    private static final int DEEPEST = 8;
    /** How the keys begin of what is told of acts, by how the name of the act begins. */
    static final Map<String, List<String>> FORMS = Map.ofEntries(Map.entry("", List.of("auditAny")),
            Map.entry("account ", List.of("auditAccount")), Map.entry("alias ", List.of("auditAlias")),
            Map.entry("configuration ", List.of("auditImport")), Map.entry("content ", List.of("auditContent")),
            Map.entry("archive", List.of("auditArchived", "auditOperation", "act")),
            Map.entry("dead letter", List.of("auditDead", "auditOperation", "act")),
            Map.entry("destination ", List.of("auditDestination", "auditOperation", "act")),
            Map.entry("file ", List.of("auditContent")), Map.entry("first administrator ", List.of("auditLogin")),
            Map.entry("key ", List.of("auditKey")), Map.entry("let in ", List.of("auditGreylist")),
            Map.entry("list entry ", List.of("auditEntry")),
            Map.entry("logged in", List.of("auditLogin", "auditRemitByProvider")),
            Map.entry("mail acted ", List.of("auditParked", "act")), Map.entry("mail user", List.of("auditMailUser")),
            Map.entry("message", List.of("auditLearn")), Map.entry("operation ", List.of("auditOperation", "act")),
            Map.entry("password ", List.of("auditLogin")), Map.entry("person ", List.of("auditRemit")),
            Map.entry("role ", List.of("auditRemit")), Map.entry("route ", List.of("auditRoute")),
            Map.entry("rule ", List.of("auditRule")), Map.entry("servers ", List.of("auditOperation")),
            Map.entry("session ", List.of("auditSession")), Map.entry("setting ", List.of("auditSetting")),
            Map.entry("sink ", List.of("auditSink")), Map.entry("source ", List.of("auditContent")),
            Map.entry("taken back", List.of("auditBack")), Map.entry("test mail ", List.of("auditTestMail")),
            Map.entry("token ", List.of("auditToken", "auditRemit")));

    private final Texts texts;

    public AuditTexts(Texts texts) {
        this.texts = texts;
    }

    /** {@return what an act is called} */
    public String act(String act) {
        return texts.translated(ACTS, act);
    }

    /** {@return the acts in whose names, as a page shows them, this text stands; none in English, where they are kept as they are shown} */
    public List<String> acts(String text) {
        String wanted = text.strip().toLowerCase(texts.locale());
        return texts.language() == Language.ENGLISH || wanted.isEmpty()
                ? List.of()
                : texts.file(ACTS)
                        .keySet()
                        .stream()
                        .filter(act -> act(act).toLowerCase(texts.locale()).contains(wanted))
                        .sorted()
                        .toList();
    }

    /** {@return what is told of an act: on what it was done, or what that was before or after} */
    public String told(String act, String text) {
        return texts.language() == Language.ENGLISH || text.isEmpty()
                ? text
                : new Telling(texts, forms(act), 0).told(text);
    }

    /**
     * What is told of one act.
     *
     * @param forms that its clauses may have
     * @param depth how many others this is a part of
     */
    private record Telling(Texts texts, List<Sentence.Form> forms, int depth) {
        String told(String text) {
            return depth > DEEPEST
                    ? text
                    : heard(text, form -> isWhole(form.english())).or(() -> clauses(text))
                            .or(() -> heard(text, any -> true))
                            .orElse(text);
        }

        private String part(String text) {
            return new Telling(texts, forms, depth + 1).told(text);
        }

        private Optional<String> heard(String text, Predicate<Sentence.Form> asked) {
            return forms.stream().filter(asked).flatMap(form -> form.heardIn(text).stream()).findFirst().map(heard -> {
                Object[] values = heard.values().stream().map(value -> part(value.toString())).toArray();
                return texts.say(SENTENCES + "." + heard.form().key(), values);
            });
        }

        private Optional<String> clauses(String text) {
            Matcher end = END.matcher(text);
            if (end.find() && end.start() > 0) {
                return Optional.of(part(text.substring(0, end.start())) + end.group());
            }
            return BETWEEN.stream()
                    .filter(text::contains)
                    .findFirst()
                    .map(between -> Stream.of(text.split(Pattern.quote(between), -1))
                            .map(this::part)
                            .collect(Collectors.joining(between)));
        }
    }

    /** {@return whether it is asked for before a text is parted: it has nothing in it that differs, or stands across more than one clause} */
    private static boolean isWhole(String english) {
        return !english.contains("{") || BETWEEN.stream().anyMatch(english::contains);
    }

    /** {@return the forms for an act, those with the most words first} */
    private static List<Sentence.Form> forms(String act) {
        List<String> keys = FORMS.entrySet()
                .stream()
                .filter(entry -> act.startsWith(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
        Texts english = Texts.in(Language.ENGLISH);
        return english.file(SENTENCES)
                .keySet()
                .stream()
                .filter(key -> keys.stream().anyMatch(key::startsWith))
                .map(key -> Sentence.form(key, english.say(SENTENCES + "." + key)))
                .sorted(Comparator
                        .comparingInt((Sentence.Form form) -> -form.english().replaceAll("\\{\\d}", "").length())
                        .thenComparing(Sentence.Form::key))
                .toList();
    }
}
