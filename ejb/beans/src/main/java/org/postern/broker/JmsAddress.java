package org.postern.broker;

import java.util.regex.Pattern;

/** How the broker calls a queue or a topic of JMS: by its name behind a prefix. */
public final class JmsAddress {
    private static final String QUEUE = "jms.queue.";
    private static final String TOPIC = "jms.topic.";
    /** How the names begin by which routes lead there. */
    private static final String A_QUEUE = "queue:";
    private static final String A_TOPIC = "topic:";

    /** How the broker's clients call what is temporary. */
    private static final Pattern TEMPORARY = Pattern
            .compile("(?:jms\\.temp(?:queue|topic)\\.)?\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private JmsAddress() {}

    public static String ofQueue(String name) {
        return QUEUE + name;
    }

    public static String ofTopic(String name) {
        return TOPIC + name;
    }

    public static boolean isQueue(String address) {
        return address.startsWith(QUEUE);
    }

    public static boolean isTopic(String address) {
        return address.startsWith(TOPIC);
    }

    /** {@return whether this is what a connection makes for itself alone: its name cannot be guessed} */
    public static boolean isTemporary(String address) {
        return TEMPORARY.matcher(address).matches();
    }

    /** {@return a queue or topic as routes name it, such as {@code queue:orders}; what is neither stays as it is} */
    public static String named(String address) {
        if (isQueue(address)) {
            return A_QUEUE + queue(address);
        }
        return isTopic(address) ? A_TOPIC + topic(address) : address;
    }

    /** {@return the address of a queue or topic by the name that {@link #named} gives} */
    public static String ofNamed(String named) {
        String name = named.substring(named.indexOf(':') + 1);
        return named.startsWith(A_TOPIC) ? ofTopic(name) : ofQueue(name);
    }

    /** {@return the name of a queue; what is not called like one stays as it is} */
    public static String queue(String address) {
        return isQueue(address) ? address.substring(QUEUE.length()) : address;
    }

    /** {@return the name of a topic; what is not called like one stays as it is} */
    public static String topic(String address) {
        return isTopic(address) ? address.substring(TOPIC.length()) : address;
    }
}
