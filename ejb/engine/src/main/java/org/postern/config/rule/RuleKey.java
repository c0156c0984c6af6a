package org.postern.config.rule;

import org.postern.mail.Mailbox;
import org.postern.network.Network;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;
import org.postern.smtp.wire.MailboxParser;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One key of a rule as people write it, in the file or elsewhere.
 *
 * @param name as it is written
 * @param meaning for a person
 * @param most texts that it may have
 * @param parser of its texts, one at least; refuses by an exception that says what is wrong with them
 * @param absent what holds where the key is not written
 */
public record RuleKey<T>(String name, String meaning, int most, Function<List<String>, T> parser, T absent) {
    private static final Sentence.Form ONE_TEXT = Sentence.form("keyHasOneText",
            "{0} has one text, not {1}");
    private static final Sentence.Form SOME_TEXTS = Sentence.form("keyHasTexts",
            "{0} has 1 to {1} texts, not {2}");
    private static final Sentence.Form NO_TEXT = Sentence.form("textLength",
            "a text has 1 to {0} characters, none of them for control");
    private static final Sentence.Form NO_FIELD = Sentence.form("notAFieldToAdd",
            "a field to be added is X-, more of a name, a colon and printable ASCII; not {0}");
    private static final Sentence.Form NO_SYMBOL = Sentence.form("notASymbolName",
            "a symbol is capital letters, digits and underscores, not {0}");
    private static final Sentence.Form NO_NUMBER = Sentence.form("notANumberHere",
            "a number such as 2.5, not {0}");
    private static final Sentence.Form TOO_MUCH = Sentence.form("moreThanMostOctets",
            "{0} is more than 1024G");

    /** The most texts of one key. */
    public static final int MOST_TEXTS = 50;
    private static final long LARGEST = 1L << 40;
    private static final Pattern SYMBOL = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    static final RuleKey<Optional<String>> NAME = one("name",
            "by which trace, symbols and lists call the rule: small letters, digits and hyphens, a letter first, at most 40; no two rules have the same",
            MailRule::name);
    static final RuleKey<Optional<Action>> ACTION = one("action",
            "`accept`, `quarantine`, `defer` and `refuse` decide; `score`, `mark`, `redirect` and `copy` go on to the next rule",
            Action::parse);
    static final RuleKey<Optional<String>> TEXT = one("text",
            "`quarantine`: the reason that a person reads; `defer` and `refuse`: what the client is told, printable ASCII",
            text -> bounded(text, 200));
    static final RuleKey<Optional<Double>> SCORE = one("score",
            "`score`: what the mail weighs more, -100 to 100; 0 for the symbol alone", RuleKey::weight);
    static final RuleKey<Optional<String>> FIELD = one("field",
            "`mark`: the field that is put on top, such as `X-Team: sales`; its name begins with `X-`",
            RuleKey::field);
    static final RuleKey<Optional<Mailbox>> TO = one("to",
            "`redirect`: who gets the mail in place of the recipients that the rule names; `copy`: who gets it, too",
            RuleKey::mailbox);
    static final RuleKey<Optional<String>> COMMENT = one("comment", "why the rule is there",
            text -> bounded(text, MailRule.LONGEST_COMMENT));
    static final RuleKey<OneOf<Network>> CLIENT = many("client", "the client's address lies in a network",
            NetworkText::network);
    static final RuleKey<OneOf<String>> USER = many("user",
            "the client has logged in by this name, whatever its case; `*` for any", text -> bounded(text, 200));
    static final RuleKey<OneOf<SenderPattern>> SENDER = many("sender",
            "the reverse-path: an address, a domain, `.domain` for all below it, `*`, or `<>`",
            SenderPattern::parse);
    static final RuleKey<OneOf<RecipientPattern>> AUTHOR = many("author",
            "an address in From: likewise, without `<>`", RecipientPattern::parse);
    static final RuleKey<OneOf<RecipientPattern>> RECIPIENT = many("recipient",
            "one recipient, or all of them where the action speaks for the mail: likewise", RecipientPattern::parse);
    static final RuleKey<OneOf<FieldPattern>> HEADER = many("header",
            "a field, as in `Subject: *invoice*`: its name, and what it says as a whole, encoded words decoded; `*` stands for any text. Fields behind a line that is no field are not seen:"
                    + " ask for `symbol=HEADER_BROKEN` where that matters",
            FieldPattern::parse);
    static final RuleKey<OneOf<String>> SYMBOL_FOUND = many("symbol",
            "something was found, such as `FILE_MACROS`, or `RULE_` and the name of a rule before", RuleKey::symbol);
    static final RuleKey<Optional<Double>> SCORE_AT_LEAST = one("score-at-least",
            "the mail weighs this or more, what rules before have added included", RuleKey::weight);
    static final RuleKey<Optional<Long>> LARGER_THAN = one("larger-than",
            "the message has more octets, with K, M or G as in `10M`", RuleKey::size);
    static final RuleKey<OneOf<TextPattern>> ATTACHMENT = many("attachment",
            "the name of a file, in archives also, such as `*.exe`", TextPattern::parse);
    static final RuleKey<OneOf<TextPattern>> ATTACHMENT_TYPE = many("attachment-type",
            "the type of a file as its sender calls it or as it is, such as `application/zip`", TextPattern::parse);
    static final RuleKey<Optional<Boolean>> HAS_ATTACHMENT = one("has-attachment",
            "whether there is a file: a part with a name, or one that is no text", RuleKey::flag);
    static final RuleKey<OneOf<ResultPattern>> AUTHENTICATION = many("authentication",
            "what SPF, DKIM, ARC or DMARC came to, such as `spf=fail` or `dmarc=pass`", ResultPattern::parse);
    static final RuleKey<Optional<RuleTimes.Hours>> HOURS = one("hours",
            "times of the day, such as `22:00-06:30`, by the clock of the gateway's machine",
            RuleTimes.Hours::parse);
    static final RuleKey<Set<DayOfWeek>> DAYS = new RuleKey<>("days",
            "days of the week, such as `mon-fri`; those of the beginning where hours go past midnight", MOST_TEXTS,
            RuleTimes::days, EnumSet.allOf(DayOfWeek.class));
    static final RuleKey<Optional<LocalDate>> SINCE = one("since", "the first day, such as `2026-12-24`",
            RuleTimes::date);
    static final RuleKey<Optional<LocalDate>> UNTIL = one("until", "the last day", RuleTimes::date);

    /** All of them, in the order in which a page shows them. */
    public static final List<RuleKey<?>> ALL = List.of(NAME, ACTION, TEXT, SCORE, FIELD, TO, COMMENT, CLIENT, USER,
            SENDER, AUTHOR, RECIPIENT, HEADER, SYMBOL_FOUND, SCORE_AT_LEAST, LARGER_THAN, ATTACHMENT, ATTACHMENT_TYPE,
            HAS_ATTACHMENT, AUTHENTICATION, HOURS, DAYS, SINCE, UNTIL);

    /** The words for what rules do. */
    enum Action {
        ACCEPT, QUARANTINE, DEFER, REFUSE, SCORE, MARK, REDIRECT, COPY;

        private static final Sentence.Form NO_ACTION = Sentence.form("notAnAction",
                "an action is one of accept, quarantine, defer, refuse, score, mark, redirect or copy, not {0}");

        private static Action parse(String text) {
            for (Action action : values()) {
                if (action.word().equals(text)) {
                    return action;
                }
            }
            throw NO_ACTION.refused(text);
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static <T> RuleKey<Optional<T>> one(String name, String meaning, Function<String, T> parser) {
        return new RuleKey<>(name, meaning, 1, texts -> Optional.of(parser.apply(texts.getFirst())), Optional.empty());
    }

    private static <T> RuleKey<OneOf<T>> many(String name, String meaning, Function<String, T> parser) {
        return new RuleKey<>(name, meaning, MOST_TEXTS, texts -> OneOf.parse(texts, parser), OneOf.any());
    }

    /** {@return the key of this name} */
    public static Optional<RuleKey<?>> named(String name) {
        return ALL.stream().filter(key -> key.name.equals(name)).findFirst();
    }

    /**
     * {@return what these texts say, or what holds where the key is not among them}
     *
     * @throws IllegalArgumentException saying what is wrong with them
     */
    T in(Map<String, List<String>> texts) {
        return texts.containsKey(name) ? read(texts.get(name)) : absent;
    }

    /**
     * {@return what these texts of the key say}
     *
     * @throws IllegalArgumentException saying what is wrong with them
     */
    public T read(List<String> texts) {
        if (texts.isEmpty() || texts.size() > most) {
            throw most == 1 ? ONE_TEXT.refused(name, texts.size()) : SOME_TEXTS.refused(name, most, texts.size());
        }
        return parser.apply(texts);
    }

    static String bounded(String text, int longest) {
        if (text.isBlank() || text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw NO_TEXT.refused(longest);
        }
        return text.strip();
    }

    private static String field(String text) {
        int colon = text.indexOf(':');
        String name = FieldPattern.fieldName(text.substring(0, Math.max(colon, 0)));
        String body = bounded(text.substring(colon + 1), 200);
        if (!name.regionMatches(true, 0, "X-", 0, 2) || !body.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw NO_FIELD.refused(text);
        }
        return name + ": " + body;
    }

    private static Mailbox mailbox(String text) {
        return MailboxParser.parseInternational(text)
                .toOptional()
                .orElseThrow(() -> Wrong.NOT_AN_ADDRESS.refused(text));
    }

    private static String symbol(String text) {
        if (!SYMBOL.matcher(text).matches()) {
            throw NO_SYMBOL.refused(text);
        }
        return text;
    }

    private static double weight(String text) {
        try {
            double weight = Double.parseDouble(text);
            if (Math.abs(weight) <= RuleAction.HEAVIEST) {
                return weight;
            }
        } catch (NumberFormatException e) {
            throw (RefusedException) NO_NUMBER.refused(text).initCause(e);
        }
        throw Wrong.NOT_WITHIN.refused(text, -100, 100);
    }

    private static long size(String text) {
        long octets = Units.octets(text);
        if (octets > LARGEST) {
            throw TOO_MUCH.refused(text);
        }
        return octets;
    }

    private static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw Wrong.NEITHER_TRUE_NOR_FALSE.refused(text);
        }
        return Boolean.parseBoolean(text);
    }
}
