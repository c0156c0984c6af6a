package org.postern.client;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;

import java.time.Instant;
import java.util.Optional;

/** What became of mail, as the gateway tells it to applications. */
public sealed interface MailEvent {
    /** {@return what all events have} */
    EventHead head();

    /** {@return the kind in a word, as it stands in {@link PropertyNames#EVENT}} */
    String kind();

    /** {@return what is the same whenever the same is told again, and of no other event} */
    default String key() {
        return head().key();
    }

    /** {@return when it happened} */
    default Instant at() {
        return head().at();
    }

    /** {@return what the application knows its submission by; empty where it has given it no name} */
    default Optional<String> correlation() {
        return head().correlation();
    }

    /** The gateway has taken it, and answers for it from then on. */
    record Accepted(EventHead head) implements MailEvent {
        @Override
        public String kind() {
            return EventNames.ACCEPTED;
        }
    }

    /**
     * It broke the contract of the queue, or a rule, and is not sent.
     *
     * @param reason in words for a person
     */
    record Refused(EventHead head, String reason) implements MailEvent {
        @Override
        public String kind() {
            return EventNames.REFUSED;
        }
    }

    /**
     * It could not be delivered to a recipient yet, and will be tried again.
     *
     * @param next when; empty where it is not known
     */
    record Deferred(EventHead head, String recipient, Outcome outcome, Optional<Instant> next) implements MailEvent {
        @Override
        public String kind() {
            return EventNames.DEFERRED;
        }
    }

    /** It was delivered to a recipient, or to the server that is next on the way. */
    record Delivered(EventHead head, String recipient, Outcome outcome) implements MailEvent {
        @Override
        public String kind() {
            return EventNames.DELIVERED;
        }
    }

    /** It cannot be delivered to a recipient. */
    record Failed(EventHead head, String recipient, Outcome outcome) implements MailEvent {
        @Override
        public String kind() {
            return EventNames.FAILED;
        }
    }

    /** Its time was over before it could be delivered to a recipient. */
    record Expired(EventHead head, String recipient, Outcome outcome) implements MailEvent {
        @Override
        public String kind() {
            return EventNames.EXPIRED;
        }
    }

    /** Nobody gets it before a person has looked at it and released it. */
    record Quarantined(EventHead head, String recipient, Outcome outcome) implements MailEvent {
        @Override
        public String kind() {
            return EventNames.QUARANTINED;
        }
    }

    /**
     * A report came later that it was not delivered after all.
     *
     * @param recipient to whom; empty where the report does not say it
     */
    record Returned(EventHead head, Optional<String> recipient, Outcome outcome) implements MailEvent {
        @Override
        public String kind() {
            return EventNames.RETURNED;
        }
    }

    /**
     * An event of a kind that came later than this version.
     *
     * @param document all of it, a JSON object
     */
    record Later(EventHead head, String kind, String document) implements MailEvent {}

    /**
     * {@return the event that a message tells}
     *
     * @throws MalformedMessageException when it is no event by the contract
     * @throws JMSException when the broker fails
     */
    static MailEvent of(Message message) throws JMSException {
        if (message instanceof TextMessage text && text.getText() != null) {
            return parse(text.getText());
        }
        throw new MalformedMessageException("an event is a TextMessage");
    }

    /**
     * {@return the event that a document tells} Members that it does not know are passed over.
     *
     * @throws MalformedMessageException when it is no event by the contract
     */
    static MailEvent parse(String document) throws MalformedMessageException {
        return new EventReader(document).event();
    }
}
