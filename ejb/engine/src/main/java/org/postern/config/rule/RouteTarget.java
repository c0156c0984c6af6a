package org.postern.config.rule;

/** Where a route leads. What {@code toString} gives is its text form, which {@link #parse} reads. */
public sealed interface RouteTarget {
    /** A named host. Text form {@code host:mail.example.org:25}, the port being 25 where it is left out. */
    record Host(String host, int port) implements RouteTarget {
        @Override
        public String toString() {
            return "host:" + HostPort.text(host, port);
        }
    }

    /** Several hosts. Text form {@code smart:} and that of {@link org.postern.config.rule.SmartHosts}. */
    record Smart(SmartHosts hosts) implements RouteTarget {
        @Override
        public String toString() {
            return "smart:" + hosts;
        }
    }

    /** A host that keeps mailboxes (RFC 2033). Text form {@code lmtp:mail.example.org:24}, 24 where it is left out. */
    record Lmtp(String host, int port) implements RouteTarget {
        @Override
        public String toString() {
            return "lmtp:" + HostPort.text(host, port);
        }
    }

    /** The JMS queue of an application. Text form {@code queue:orders}. */
    record Queue(String name) implements RouteTarget {
        @Override
        public String toString() {
            return "queue:" + name;
        }
    }

    /** A JMS topic, for all applications that subscribe to it. Text form {@code topic:orders}. */
    record Topic(String name) implements RouteTarget {
        @Override
        public String toString() {
            return "topic:" + name;
        }
    }

    /** The hosts that the recipient's domain names in MX records. Text form {@code mx}. */
    record MailExchangers() implements RouteTarget {
        @Override
        public String toString() {
            return "mx";
        }
    }

    /** Nowhere, and nobody is told but the trace. Text form {@code discard}. */
    record Discard() implements RouteTarget {
        @Override
        public String toString() {
            return "discard";
        }
    }

    /**
     * Nowhere, and the client is told. Text form {@code refuse}, or {@code refuse:} and what is said.
     *
     * @param text of the reply; empty for the usual one
     */
    record Refuse(String text) implements RouteTarget {
        @Override
        public String toString() {
            return text.isEmpty() ? "refuse" : "refuse:" + text;
        }
    }

    /** Names of queues that are the gateway's own. */
    String RESERVED = "postern.";
    /** The longest name of a queue or topic. */
    int MAX_QUEUE_NAME = 200;
    /** The longest text of a refusal. */
    int MAX_TEXT = 200;

    /**
     * {@return the target with this text form}
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static RouteTarget parse(String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? text : text.substring(0, colon);
        String rest = text.substring(colon + 1);
        return switch (kind + (colon < 0 ? "" : ":")) {
            case "mx" -> new MailExchangers();
            case "discard" -> new Discard();
            case "refuse" -> new Refuse("");
            case "refuse:" -> new Refuse(replyText(rest.strip()));
            case "host:" -> {
                HostPort host = HostPort.parse(rest, 25);
                yield new Host(host.host(), host.port());
            }
            case "lmtp:" -> {
                HostPort host = HostPort.parse(rest, 24);
                yield new Lmtp(host.host(), host.port());
            }
            case "smart:" -> new Smart(SmartHosts.parse(rest));
            case "queue:" -> new Queue(queueName(rest));
            case "topic:" -> new Topic(queueName(rest));
            default -> throw new IllegalArgumentException("a route leads to host:…, smart:…, lmtp:…, queue:…, topic:…,"
                    + " mx, discard or refuse, not to " + text);
        };
    }

    private static String replyText(String text) {
        if (text.length() > MAX_TEXT || !text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException(
                    "the text of a refusal has at most " + MAX_TEXT + " characters, all of US-ASCII");
        }
        return text;
    }

    private static String queueName(String name) {
        if (name.isEmpty() || name.length() > MAX_QUEUE_NAME
                || !name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-._".indexOf(c) >= 0)) {
            throw new IllegalArgumentException(
                    "a queue or topic is named by letters, digits, - . and _, not " + name);
        }
        if (name.startsWith(RESERVED)) {
            throw new IllegalArgumentException("queues named " + RESERVED + "… are the gateway's own");
        }
        return name;
    }
}
