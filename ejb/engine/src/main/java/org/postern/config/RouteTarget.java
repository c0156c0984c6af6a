package org.postern.config;

/** Where a route leads. */
public sealed interface RouteTarget {
    /** A named host. Text form {@code host:mail.example.org:25}, the port being 25 where it is left out. */
    record Host(String host, int port) implements RouteTarget {}

    /** A named host that speaks LMTP (RFC 2033). Text form {@code lmtp:store.example.org:24}, the port being 24 where it is left out. */
    record Lmtp(String host, int port) implements RouteTarget {}

    /** The JMS queue of an application. Text form {@code queue:orders}. */
    record Queue(String name) implements RouteTarget {}

    /** The hosts that the recipient's domain names in MX records. Text form {@code mx}. */
    record MailExchangers() implements RouteTarget {}

    /** Nowhere. Text form {@code refuse}. */
    record Refuse() implements RouteTarget {}

    /** Names of queues that are the gateway's own. */
    String RESERVED = "postern.";

    /** The longest name of a queue. */
    int MAX_QUEUE_NAME = 200;

    /**
     * {@return the target with this text form}
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static RouteTarget parse(String text) {
        if (text.equals("mx")) {
            return new MailExchangers();
        }
        if (text.equals("refuse")) {
            return new Refuse();
        }
        if (text.startsWith("host:")) {
            HostPort host = HostPort.parse(text.substring("host:".length()), 25);
            return new Host(host.host(), host.port());
        }
        if (text.startsWith("lmtp:")) {
            HostPort host = HostPort.parse(text.substring("lmtp:".length()), 24);
            return new Lmtp(host.host(), host.port());
        }
        if (text.startsWith("queue:")) {
            return new Queue(queueName(text.substring("queue:".length())));
        }
        throw new IllegalArgumentException("a route leads to host:…, lmtp:…, queue:…, mx or refuse, not to " + text);
    }

    private static String queueName(String name) {
        if (name.isEmpty() || name.length() > MAX_QUEUE_NAME
                || !name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-._".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("a queue is named by letters, digits, - . and _, not " + name);
        }
        if (name.startsWith(RESERVED)) {
            throw new IllegalArgumentException("queues named " + RESERVED + "… are the gateway's own");
        }
        return name;
    }
}
