package org.postern.routing;

import org.postern.config.rule.HostPort;
import org.postern.config.rule.Misbehaviour;
import org.postern.config.rule.SmartHosts;
import org.postern.mail.Domain;
import org.postern.sentence.Sentence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a message is headed; one message is posted for each destination, with all its recipients. What {@code toString} gives is its text
 * form, which {@link #parse} reads.
 */
public sealed interface Destination {
    /** The hosts that the domain names in MX records (RFC 5321, 5.1). Text form {@code mx:example.com}. */
    record MailExchangers(Domain domain) implements Destination {
        @Override
        public String toString() {
            return "mx:" + domain.key();
        }
    }

    /**
     * A named host, without MX look-up. Text form {@code host:mail.example.com:25} or {@code host:[::1]:25}, the port being 25 where it is
     * left out.
     */
    record NextHost(String host, int port) implements Destination {
        @Override
        public String toString() {
            return "host:" + HostPort.text(host, port);
        }
    }

    /**
     * A named host that keeps mailboxes and speaks LMTP (RFC 2033). Text form {@code lmtp:store.example.com:24} or {@code lmtp:[::1]:24},
     * 24 where the port is left out.
     */
    record LmtpHost(String host, int port) implements Destination {
        @Override
        public String toString() {
            return "lmtp:" + HostPort.text(host, port);
        }
    }

    /** Named hosts that share the mail. Text form {@code smart:a.example:25*3,b.example:25;c.example:25}. */
    record Smart(SmartHosts hosts) implements Destination {
        @Override
        public String toString() {
            return "smart:" + hosts;
        }
    }

    /** A JMS topic, for all applications that subscribe to it. Text form {@code topic:orders}. */
    record ApplicationTopic(String name) implements Destination {
        @Override
        public String toString() {
            return "topic:" + name;
        }
    }

    /** A JMS queue that an enterprise application reads. Text form {@code queue:orders}. */
    record ApplicationQueue(String name) implements Destination {
        @Override
        public String toString() {
            return "queue:" + name;
        }
    }

    /** The gateway itself, which reads reports on DMARC and TLS. Text form {@code reports}. */
    record Reports() implements Destination {
        @Override
        public String toString() {
            return REPORTS;
        }
    }

    /**
     * The gateway itself, which keeps the mail for those who test, and lets none of it leave. Text form {@code sink}, or {@code sink:} and how badly it
     * behaves.
     */
    record Sink(Misbehaviour misbehaviour) implements Destination {
        /** {@return whether it takes all that comes} */
        public boolean behaves() {
            return misbehaviour.equals(Misbehaviour.NONE);
        }

        @Override
        public String toString() {
            return behaves() ? SINK : SINK + ":" + misbehaviour;
        }
    }

    /** The text form of a {@link Sink} that behaves. */
    String SINK = "sink";

    /** The text form of {@link Reports}. */
    String REPORTS = "reports";

    /** What kind of destination it is, whoever is there: so few that figures may be told apart by them. */
    enum Kind {
        MX, HOST, SMART, LMTP, QUEUE, TOPIC, REPORTS, SINK;

        /** {@return the word that text forms of this kind begin with} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** {@return the kind of a destination with this text form; empty where there is none} */
        public static Optional<Kind> ofText(String text) {
            int colon = text.indexOf(':');
            String word = colon < 0 ? text : text.substring(0, colon);
            return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
        }
    }

    /** {@return whether it is the gateway itself: there is nobody to talk to} */
    default boolean isHere() {
        return this instanceof Reports || this instanceof Sink;
    }

    /** {@return whether mail is the gateway's no more when it is posted there} */
    default boolean isApplication() {
        return this instanceof ApplicationQueue || this instanceof ApplicationTopic;
    }

    /**
     * {@return the destination with this text form}
     *
     * @throws IllegalArgumentException if there is none
     */
    static Destination parse(String text) {
        if (text.equals(REPORTS)) {
            return new Reports();
        }
        if (text.equals(SINK)) {
            return new Sink(Misbehaviour.NONE);
        }
        String kind = text.substring(0, text.indexOf(':') + 1);
        String rest = text.substring(kind.length());
        return switch (kind) {
            case "mx:" -> new MailExchangers(new Domain(rest));
            case "host:" -> {
                HostPort next = HostPort.parse(rest, 25);
                yield new NextHost(next.host(), next.port());
            }
            case "lmtp:" -> {
                HostPort store = HostPort.parse(rest, 24);
                yield new LmtpHost(store.host(), store.port());
            }
            case "smart:" -> new Smart(SmartHosts.parse(rest));
            case "sink:" -> new Sink(Misbehaviour.parse(rest));
            case "topic:" -> new ApplicationTopic(rest);
            case "queue:" -> new ApplicationQueue(rest);
            default -> throw Sentence.form("notADestination",
                    "a destination is mx:…, host:…, smart:…, lmtp:…, queue:…, topic:…, reports, sink or sink:…, not {0}")
                    .refused(text);
        };
    }
}
