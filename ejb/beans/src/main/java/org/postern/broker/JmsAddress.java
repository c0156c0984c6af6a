package org.postern.broker;

/** How the broker calls a queue or a topic of JMS: by its name behind a prefix. */
public final class JmsAddress {
    private static final String QUEUE = "jms.queue.";
    private static final String TOPIC = "jms.topic.";

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

    /** {@return the name of a queue; what is not called like one stays as it is} */
    public static String queue(String address) {
        return isQueue(address) ? address.substring(QUEUE.length()) : address;
    }

    /** {@return the name of a topic; what is not called like one stays as it is} */
    public static String topic(String address) {
        return isTopic(address) ? address.substring(TOPIC.length()) : address;
    }
}
