package org.postern.web.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.postern.admin.access.Role;
import org.postern.admin.domains.DnsFinding;
import org.postern.admin.parked.OperationView;
import org.postern.assessment.QuarantineKind;
import org.postern.assessment.Verdict;
import org.postern.config.Origin;
import org.postern.config.kept.KeptKind;
import org.postern.config.rule.RuleKey;
import org.postern.config.rule.RuleText;
import org.postern.delivery.probe.Probed;
import org.postern.event.EventKind;
import org.postern.event.Progress;
import org.postern.flow.FlowKind;
import org.postern.queue.ParkedMessage;
import org.postern.report.send.SentReport;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;
import org.postern.signing.KeyState;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each text is there in each language, is of use, and takes the same values. */
class TextsTest {
    private static final Pattern IN_PAGE = Pattern.compile("\\btext\\.([a-z]\\w*)\\.(\\w+)\\b(?!\\()");
    private static final Pattern QUOTED = Pattern.compile("\"([\\w.-]+)\"");
    private static final List<Path> SERVICES = List.of(Path.of("../ejb/engine/src/main/java"),
            Path.of("../ejb/beans/src/main/java"), Bundles.CLASSES);
    private static final Pattern FORM = Pattern.compile(
            "\\bform\\(\\s*\"(\\w+)\",\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\+?\\s*)+)\\)");
    private static final Pattern PIECE = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)[},]");
    /** What has names for constants, and those that have none. */
    private static final Map<Class<? extends Enum<?>>, List<? extends Enum<?>>> NAMED = Map.ofEntries(
            Map.entry(EventKind.class, List.of()), Map.entry(Progress.class, List.of()),
            Map.entry(ParkedMessage.Reason.class, List.of()), Map.entry(QuarantineKind.class, List.of()),
            Map.entry(Verdict.class, List.of(Verdict.NONE)), Map.entry(FlowKind.class, List.of()),
            Map.entry(KeyState.class, List.of()),
            Map.entry(DnsFinding.State.class, List.of()), Map.entry(SentReport.State.class, List.of()),
            Map.entry(OperationView.State.class, List.of()), Map.entry(Role.class, List.of()),
            Map.entry(Origin.Source.class, List.of()), Map.entry(Probed.Verdict.class, List.of()));

    private static final Map<String, String> ENGLISH = Bundles.of(Language.ENGLISH);

    @ParameterizedTest
    @EnumSource
    void everyTextIsThereInEachLanguage(Language language) {
        Map<String, String> texts = Bundles.of(language);
        assertThat(texts.keySet()).isEqualTo(ENGLISH.keySet());
        assertThat(texts).noneSatisfy((key, text) -> assertThat(text).matches("\\s*|§.*"));
    }

    @ParameterizedTest
    @EnumSource
    void everyTextTakesTheSameValuesInEachLanguage(Language language) {
        assertThat(values(Bundles.of(language))).isEqualTo(values(ENGLISH));
    }

    private static Map<String, Set<String>> values(Map<String, String> texts) {
        Map<String, Set<String>> values = new TreeMap<>();
        texts.forEach((key, text) -> values.put(key, found(PLACE, text, place -> place.group(1))));
        return values;
    }

    /** A text without values is no pattern: what is doubled there is read doubled. */
    @ParameterizedTest
    @EnumSource
    void apostrophesAreWrittenTwiceWhereThereAreValuesAndOnlyThere(Language language) {
        assertThat(Bundles.of(language)).allSatisfy((key, text) -> {
            if (text.contains("{")) {
                assertThat(text.replace("''", "")).as(key).doesNotContain("'");
                assertThat(new MessageFormat(text, language.locale()).format(new Object[]{1, 2, 3, 4})).as(key)
                        .doesNotContain("{");
            } else {
                assertThat(text).as(key).doesNotContain("''");
            }
        });
    }

    @Test
    void whatAPageNamesIsThere() {
        assertThat(ENGLISH.keySet()).containsAll(inPages());
    }

    @Test
    void whatAClassNamesIsThere() {
        List<String> files = ENGLISH.keySet()
                .stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .distinct()
                .toList();
        assertThat(inClasses()).filteredOn(word -> word.matches("[a-z]\\w*\\.[a-z]\\w*"))
                .filteredOn(word -> files.contains(word.substring(0, word.indexOf('.'))))
                .isSubsetOf(ENGLISH.keySet());
    }

    @Test
    void everyTextIsOfUse() {
        Set<String> used = inPages();
        used.addAll(inClasses());
        List<String> named = ENGLISH.keySet()
                .stream()
                .filter(key -> !key.startsWith("words.") && !key.startsWith("ruleKeys.")
                        && !key.startsWith("sentences.")
                        && !key.startsWith("navigation."))
                .toList();
        assertThat(named).allMatch(key -> used.contains(key) || used.contains(key.substring(key.indexOf('.') + 1)));
    }

    private static Set<String> inPages() {
        return Bundles.files(Bundles.PAGES, name -> name.endsWith(".xhtml"))
                .stream()
                .flatMap(page -> found(IN_PAGE, Bundles.source(page), at -> at.group(1) + "." + at.group(2)).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> inClasses() {
        return Bundles.files(Bundles.CLASSES, name -> name.endsWith(".java"))
                .stream()
                .flatMap(type -> found(QUOTED, Bundles.source(type), at -> at.group(1)).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern, String source, Function<MatchResult, String> part) {
        return pattern.matcher(source).results().map(part).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyConstantThatPagesNameHasAName() {
        List<String> wanted = NAMED.entrySet()
                .stream()
                .flatMap(one -> Stream.of(one.getKey().getEnumConstants())
                        .filter(constant -> !one.getValue().contains(constant)))
                .map(constant -> {
                    String type = constant.getDeclaringClass().getName().replace('$', '.');
                    return "words." + type.substring(constant.getDeclaringClass().getPackageName().length() + 1) + "."
                            + constant.name();
                })
                .toList();
        assertThat(ENGLISH.keySet()).filteredOn(key -> key.startsWith("words.")).hasSameElementsAs(wanted);
        assertThat(Texts.in(Language.GERMAN).word(Progress.WAITING)).isEqualTo("Wartend");
    }

    @Test
    void theKeysOfRulesMeanTheSameOnThePageAndInTheDocumentation() {
        Map<String, String> meanings = new TreeMap<>();
        RuleKey.ALL.forEach(key -> meanings.put("ruleKeys." + key.name(), key.meaning()));
        assertThat(ENGLISH).containsAllEntriesOf(meanings);
        assertThat(ENGLISH.keySet()).filteredOn(key -> key.startsWith("ruleKeys.")).hasSameSizeAs(meanings.keySet());
    }

    @Test
    void whatServicesSayIsTheSameInTheFileOfEnglish() {
        Map<String, String> said = new TreeMap<>();
        for (Path folder : SERVICES) {
            Bundles.files(folder, name -> name.endsWith(".java"))
                    .forEach(type -> FORM.matcher(Bundles.source(type))
                            .results()
                            .forEach(form -> assertThat(said.put("sentences." + form.group(1), joined(form.group(2))))
                                    .as("two forms of the key " + form.group(1))
                                    .isNull()));
        }
        assertThat(said).hasSizeGreaterThan(50);
        assertThat(ENGLISH).containsAllEntriesOf(said);
        assertThat(ENGLISH.keySet()).filteredOn(key -> key.startsWith("sentences.")).hasSameSizeAs(said.keySet());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"name=No Name | ein Name hat 1 bis 40 Kleinbuchstaben",
            "name=a\\naction=pass | eine Aktion ist accept, quarantine",
            "name=a\\naction=accept\\nclient=192.0.2.9/24 | in 192.0.2.9 sind Bits hinter den ersten 24 gesetzt",
            "name=a\\naction=accept\\nrecipient=a@b..c | ein Empf\u00e4nger ist eine Domain, .domain, postfach@domain oder *, nicht a@b..c: die Domain ist ung\u00fcltig",
            "name=a\\naction=accept\\nlarger-than=many | beginnt nicht mit einer Zahl",
            "name=a | action fehlt"})
    void whatIsWrongWithARuleIsSaidInTheLanguageOfThePage(String rule, String said) {
        IllegalArgumentException wrong = catchThrowableOfType(IllegalArgumentException.class,
                () -> RuleText.of(rule.translateEscapes()).toRule());
        assertThat(Texts.in(Language.GERMAN).said(RefusedException.sentenceOf(wrong))).startsWith(said);
    }

    private static String joined(String pieces) {
        return PIECE.matcher(pieces).results().map(piece -> piece.group(1)).collect(Collectors.joining());
    }

    @Test
    void aSentenceIsSaidWithItsPartsAndWhatIsOfOthersAsItIs() {
        Sentence disk = Sentence.form("diskOfX", "Disk of {0}").with(Sentence.form("gaugeBroker", "Broker").with());
        assertThat(Texts.in(Language.GERMAN).said(disk)).isEqualTo("Platte für Broker");
        assertThat(Texts.in(Language.GERMAN).said(Sentence.asItIs("no {0} 'x'"))).isEqualTo("no {0} 'x'");
        assertThat(Texts.in(Language.GERMAN)
                .said(Sentence.joined(", ", List.of(KeptKind.ROUTE.said(), KeptKind.RULE.said()))))
                .isEqualTo("Route, Regel");
        assertThat(Texts.in(Language.GERMAN).said(Sentence.form("firstEndsInX", "").with(1L)))
                .isEqualTo("das erste läuft in 1 Tag ab");
        assertThat(Texts.in(Language.GERMAN).say("queues.xMessagesAcceptedSinceThe", 1))
                .isEqualTo("1 Nachricht seit dem Start angenommen");
        assertThat(Texts.in(Language.ENGLISH).say("queues.xMessagesAcceptedSinceThe", 20_353))
                .isEqualTo("20,353 messages accepted since the start");
    }

    @Test
    void valuesAreWrittenAsTheLanguageWritesThem() {
        assertThat(Texts.in(Language.ENGLISH).say("messages.xFound", 20_353)).isEqualTo("20,353 found");
        assertThat(Texts.in(Language.GERMAN).say("messages.xFound", 20_353)).isEqualTo("20.353 gefunden");
        assertThat(Texts.in(Language.GERMAN).say("routes.routeX", 20_353L)).isEqualTo("Route 20353");
        assertThat(Texts.in(Language.GERMAN).of("{0}/{1}", null, "{0} 'x'")).isEqualTo("/{0} 'x'");
    }

    @Test
    void aPieceBetweenBackticksIsTypedAsItIs() {
        assertThat(Texts.in(Language.ENGLISH).pieces("`<>` for reports")).containsExactly("", "<>", " for reports");
    }
}
