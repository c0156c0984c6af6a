package org.postern.config;

import org.postern.config.rule.HostPort;
import org.postern.config.rule.NetworkText;
import org.postern.config.rule.RecipientPattern;
import org.postern.config.rule.Units;
import org.postern.config.rule.Wrong;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.network.Network;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;
import org.postern.smtp.wire.DomainParser;
import org.postern.smtp.wire.MailboxParser;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types of settings. */
public final class SettingTypes {
    private static final Sentence.Form NO_WEB_ADDRESS = Sentence.form("notAWebAddress",
            "not a web address, such as https://mail.example.org: {0}");
    private static final Sentence.Form NO_TIME = Sentence.form("notATimeOfDay",
            "not a time of day, such as 06:00: {0}");
    private static final Sentence.Form NOT_WHOLE = Sentence.form("notAWholeNumber",
            "not a whole number: {0}");
    private static final Sentence.Form NONE_OF = Sentence.form("oneOf",
            "one of {0}, not {1}");
    private static final Sentence.Form TOO_MANY = Sentence.form("moreThanXValues",
            "more than {0} values");
    private static final Sentence.Form FROM_TO = Sentence.form("limitsXToX", "{0} to {1}");
    private static final Sentence.Form AT_MOST = Sentence.form("limitsAtMostX", "at most {0}");
    private static final Sentence.Form AT_MOST_EACH = Sentence.form("limitsAtMostXEachX", "at most {0}, each {1}");
    private static final Sentence MAY_BE_EMPTY = Sentence.form("limitsMayBeEmpty", "may be empty").with();
    static final String SECRET = "secret";
    private static final int MAX_PORT = 65_535;

    private SettingTypes() {}

    public static SettingType<String> text() {
        return new SettingType<>("text", SettingType.UNLIMITED, Function.identity());
    }

    /** Text that nobody else may see; what has this type is {@link Setting#isSecret()}. */
    public static SettingType<String> secret() {
        return new SettingType<>(SECRET, SettingType.UNLIMITED, Function.identity());
    }

    /** A domain name or address literal; empty text is none. */
    public static SettingType<Optional<String>> optionalDomain() {
        return new SettingType<>("domain", MAY_BE_EMPTY, text -> {
            if (!text.isEmpty() && DomainParser.parse(text).toOptional().isEmpty()) {
                throw Wrong.NOT_A_DOMAIN.refused(text);
            }
            return Optional.of(text).filter(t -> !t.isEmpty());
        });
    }

    public static SettingType<Domain> domain() {
        return new SettingType<>("domain", SettingType.UNLIMITED, text -> DomainParser.parse(text)
                .toOptional()
                .orElseThrow(() -> Wrong.NOT_A_DOMAIN.refused(text)));
    }

    /** The address of a web server, with a path if it has one; empty text is none. */
    public static SettingType<Optional<URI>> optionalWebAddress() {
        return new SettingType<>("web address", MAY_BE_EMPTY, text -> {
            if (text.isEmpty()) {
                return Optional.empty();
            }
            URI address = URI.create(text);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (!web || address.getHost() == null || address.getRawQuery() != null || address.getRawFragment() != null
                    || address.getRawUserInfo() != null) {
                throw NO_WEB_ADDRESS.refused(text);
            }
            return Optional.of(address);
        });
    }

    /** A time of day, such as 06:00. */
    public static SettingType<LocalTime> timeOfDay() {
        return new SettingType<>("time of day", FROM_TO.with("00:00", "23:59"), text -> {
            if (!text.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
                throw NO_TIME.refused(text);
            }
            return LocalTime.parse(text);
        });
    }

    /** An IP address to listen on, as it was written. */
    public static SettingType<String> address() {
        return new SettingType<>("IP address", SettingType.UNLIMITED, text -> {
            NetworkText.address(text);
            return text;
        });
    }

    /** A mailbox; empty text is none. */
    public static SettingType<Optional<Mailbox>> optionalMailbox() {
        return new SettingType<>("address", MAY_BE_EMPTY,
                text -> text.isEmpty() ? Optional.empty() : Optional.of(mailbox(text)));
    }

    private static Mailbox mailbox(String text) {
        return MailboxParser.parse(text)
                .toOptional()
                .orElseThrow(() -> Wrong.NOT_AN_ADDRESS.refused(text));
    }

    public static SettingType<Integer> integer(int least, int most) {
        return new SettingType<>("number", FROM_TO.with(Integer.toString(least), Integer.toString(most)), text -> {
            int value = whole(text);
            if (value < least || value > most) {
                throw Wrong.NOT_WITHIN.refused(text, Integer.toString(least), Integer.toString(most));
            }
            return value;
        });
    }

    private static int whole(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw (RefusedException) NOT_WHOLE.refused(text).initCause(e);
        }
    }

    /** A TCP port; 0 for none. */
    public static SettingType<Integer> port() {
        return integer(0, MAX_PORT);
    }

    public static SettingType<Long> octets(String least, String most) {
        long from = Units.octets(least);
        long to = Units.octets(most);
        return new SettingType<>("octets", FROM_TO.with(least, most), text -> {
            long value = Units.octets(text);
            if (value < from || value > to) {
                throw Wrong.NOT_WITHIN.refused(text, least, most);
            }
            return value;
        });
    }

    public static SettingType<Duration> duration(String least, String most) {
        Duration from = Units.duration(least);
        Duration to = Units.duration(most);
        return new SettingType<>("duration", FROM_TO.with(least, most), text -> {
            Duration value = Units.duration(text);
            if (value.compareTo(from) < 0 || value.compareTo(to) > 0) {
                throw Wrong.NOT_WITHIN.refused(text, least, most);
            }
            return value;
        });
    }

    public static SettingType<Boolean> flag() {
        return new SettingType<>("flag", Sentence.asItIs("true, false"), text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Wrong.NEITHER_TRUE_NOR_FALSE.refused(text);
        });
    }

    /** One of the constants, written in lower case. */
    public static <E extends Enum<E>> SettingType<E> choice(Class<E> type) {
        String words = Arrays.stream(type.getEnumConstants()).map(SettingTypes::word).collect(Collectors.joining(", "));
        return new SettingType<>("choice", Sentence.asItIs(words),
                text -> Arrays.stream(type.getEnumConstants())
                        .filter(e -> word(e).equals(text))
                        .findFirst()
                        .orElseThrow(() -> NONE_OF.refused(words, text)));
    }

    /** One of these words, as they stand: the server takes them in this form. */
    public static SettingType<String> word(String... words) {
        String choice = String.join(", ", words);
        return new SettingType<>("choice", Sentence.asItIs(choice), text -> {
            if (!List.of(words).contains(text)) {
                throw NONE_OF.refused(choice, text);
            }
            return text;
        });
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Addresses: a mailbox, a domain, all below one, or all. */
    public static SettingType<RecipientPattern> pattern() {
        return new SettingType<>("address pattern", SettingType.UNLIMITED, RecipientPattern::parse);
    }

    /** IP address and port of a server, without look-up. */
    public static SettingType<InetSocketAddress> server(int defaultPort) {
        return new SettingType<>("address:port", SettingType.UNLIMITED,
                text -> HostPort.parse(text, defaultPort).literal());
    }

    /** Name or IP address and port of a server. */
    public static SettingType<HostPort> host(int defaultPort) {
        return new SettingType<>("host:port", SettingType.UNLIMITED, text -> HostPort.parse(text.strip(), defaultPort));
    }

    public static SettingType<Network> network() {
        return new SettingType<>("network", SettingType.UNLIMITED, NetworkText::network);
    }

    /** Values separated by commas; empty text is an empty list. */
    public static <T> SettingType<List<T>> list(SettingType<T> type, int most) {
        return new SettingType<>("list of " + type.name(), limits(type, most), text -> {
            String[] parts = text.isEmpty() ? new String[0] : text.split(",", -1);
            if (parts.length > most) {
                throw TOO_MANY.refused(most);
            }
            return Arrays.stream(parts).map(type::parse).toList();
        });
    }

    private static Sentence limits(SettingType<?> type, int most) {
        String many = Integer.toString(most);
        return type.limits().equals(SettingType.UNLIMITED)
                ? AT_MOST.with(many)
                : AT_MOST_EACH.with(many, type.limits());
    }
}
