package org.postern.routing;

import org.postern.config.rule.SmartHosts;
import org.postern.mail.Domain;

/** Where a message is headed; one message is posted for each destination, with all its recipients. */
public sealed interface Destination {
    /** The hosts that the domain names in MX records (RFC 5321, 5.1). Text form {@code mx:example.com}. */
    record MailExchangers(Domain domain) implements Destination {
        @Override
        public String toString() {
            return "mx:" + domain.key();
        }
    }

    /** A named host, without MX look-up. Text form {@code host:mail.example.com:25} or {@code host:[::1]:25}. */
    record NextHost(String host, int port) implements Destination {
        @Override
        public String toString() {
            return "host:" + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /** A named host that speaks LMTP (RFC 2033). Text form {@code lmtp:store.example.com:24} or {@code lmtp:[::1]:24}. */
    record LmtpHost(String host, int port) implements Destination {
        @Override
        public String toString() {
            return "lmtp:" + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
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
        int colon = text.indexOf(':');
        String kind = colon < 0 ? "" : text.substring(0, colon);
        String rest = text.substring(colon + 1);
        return switch (kind) {
            case "mx" -> new MailExchangers(new Domain(rest));
            case "queue" -> new ApplicationQueue(rest);
            case "host" -> new NextHost(host(rest), port(rest));
            case "lmtp" -> new LmtpHost(host(rest), port(rest));
            case "smart" -> new Smart(SmartHosts.parse(rest));
            case "topic" -> new ApplicationTopic(rest);
            default -> throw new IllegalArgumentException(
                    "a destination is mx:…, host:…, smart:…, lmtp:…, queue:… or topic:…, not " + text);
        };
    }

    private static String host(String hostAndPort) {
        int last = hostAndPort.lastIndexOf(':');
        boolean bracketed = hostAndPort.startsWith("[") && last > 1 && hostAndPort.charAt(last - 1) == ']';
        return bracketed ? hostAndPort.substring(1, last - 1) : hostAndPort.substring(0, Math.max(last, 0));
    }

    private static int port(String hostAndPort) {
        return Integer.parseInt(hostAndPort.substring(hostAndPort.lastIndexOf(':') + 1));
    }
}
