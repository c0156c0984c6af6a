package org.postern.client;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;

import java.time.Instant;
import java.util.Optional;

/** Properties of a message by their types; one that is missing or of another type is told by its name. */
record MessageProperties(Message message) {
    /** Reads a property that is there. */
    private interface Getter<T> {
        T get(String name) throws JMSException;
    }

    Optional<String> text(String name) throws JMSException {
        return optional(name, message::getStringProperty, "a text");
    }

    Optional<Integer> count(String name) throws JMSException {
        return optional(name, message::getIntProperty, "a whole number");
    }

    Optional<Instant> time(String name) throws JMSException {
        return optional(name, message::getLongProperty, "a time in milliseconds since 1970").map(Instant::ofEpochMilli);
    }

    Optional<Double> number(String name) throws JMSException {
        return optional(name, message::getDoubleProperty, "a number");
    }

    /** {@return the value} */
    static <T> T required(String name, Optional<T> value) throws MalformedMessageException {
        return value.orElseThrow(() -> new MalformedMessageException("the property " + name + " is missing"));
    }

    private <T> Optional<T> optional(String name, Getter<T> getter, String what) throws JMSException {
        if (!message.propertyExists(name)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(getter.get(name));
        } catch (MessageFormatException | NumberFormatException e) {
            throw new MalformedMessageException("the property " + name + " is not " + what, e);
        }
    }
}
