package org.postern.answer;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TemporaryTopic;
import jakarta.jms.Topic;
import org.postern.broker.JmsAddress;
import org.postern.routing.RouteTarget;

import java.util.Optional;

/** Where an application wants to be answered, as far as its name goes. */
sealed interface ReplyAddress {
    /**
     * A queue or topic with a name that a route might lead to as well.
     *
     * @param target by its text form
     */
    record Named(org.postern.routing.Destination target) implements ReplyAddress {
        /** {@return how the broker calls it} */
        String address() {
            return JmsAddress.ofNamed(target.toString());
        }

        private String name() {
            return target.toString().substring(target.toString().indexOf(':') + 1);
        }

        @Override
        public String text() {
            return target.toString();
        }

        @Override
        public Destination in(Session session) throws JMSException {
            return target instanceof org.postern.routing.Destination.ApplicationTopic
                    ? session.createTopic(name())
                    : session.createQueue(name());
        }
    }

    /** One that a connection has made for itself and that nobody else reads; its name cannot be guessed. */
    record Temporary(String name, Destination destination) implements ReplyAddress {
        boolean isTopic() {
            return destination instanceof TemporaryTopic;
        }

        @Override
        public String text() {
            return TEMPORARILY + name;
        }

        @Override
        public Destination in(Session session) {
            return destination;
        }
    }

    /** Begins the texts of what is temporary; no queue or topic of an application has one like it. */
    String TEMPORARILY = "temporary:";

    /** {@return where to send, in the words by which it is found again} */
    String text();

    /** {@return where to send} */
    Destination in(Session session) throws JMSException;

    /** {@return the place that is meant; empty where its name is none that an application may have} */
    static Optional<ReplyAddress> of(Destination destination) throws JMSException {
        return switch (destination) {
            case TemporaryQueue queue -> temporary(queue, queue.getQueueName());
            case TemporaryTopic topic -> temporary(topic, topic.getTopicName());
            case Queue queue -> named("queue:" + queue.getQueueName());
            case Topic topic -> named("topic:" + topic.getTopicName());
            default -> Optional.empty();
        };
    }

    /** {@return the place with this text; empty where there is none any more} */
    static Optional<ReplyAddress> parse(String text, TemporaryPlaces places) {
        return text.startsWith(TEMPORARILY) ? places.find(text.substring(TEMPORARILY.length())) : named(text);
    }

    private static Optional<ReplyAddress> temporary(Destination destination, String name) {
        return JmsAddress.isTemporary(name) ? Optional.of(new Temporary(name, destination)) : Optional.empty();
    }

    /** {@return the queue with this name; empty where it is none that an application may have} */
    static Optional<Named> queue(String name) {
        return named("queue:" + name).map(Named.class::cast);
    }

    private static Optional<ReplyAddress> named(String target) {
        try {
            return RouteTarget.parse(target).application().map(Named::new);
        } catch (IllegalArgumentException notOfAnApplication) {
            return Optional.empty();
        }
    }
}
