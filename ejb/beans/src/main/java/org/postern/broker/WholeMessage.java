package org.postern.broker;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import org.postern.contents.Contents;
import org.postern.mail.Content;
import org.postern.mail.FiledContent;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A received message as one that can be sent elsewhere: its properties can be added to, and if it refers to a content, it carries all of
 * it itself. Whatever JMS lets its sender set stays: properties, those of groups among them, correlation, type, and where answers go (Jakarta Messaging 3.1,
 * 3.4 and 3.5), and who sent it; priority is for whoever sends it on. Its time to live has had its turn.
 */
final class WholeMessage {
    /** In place of the reference, when there is nothing any more to which it refers. */
    static final String LOST = "postern_lostContent";

    private static final String GROUP = "JMSXGroupID";
    private static final String GROUP_SEQUENCE = "JMSXGroupSeq";
    /** Who sent it, as the broker says; the same one is asked for again when it is sent again. */
    private static final String USER = "JMSXUserID";

    private final Message message;
    private final int priority;
    private final Map<String, Object> properties;
    private final Runnable done;

    private WholeMessage(Message message, int priority, Map<String, Object> properties, Runnable done) {
        this.message = message;
        this.priority = priority;
        this.properties = properties;
        this.done = done;
    }

    /**
     * {@return the message for this session}
     *
     * @throws JMSException when it cannot be made now
     */
    static WholeMessage of(Message received, Session session, Contents contents) throws JMSException {
        Map<String, Object> properties = properties(received);
        Optional<String> name = OwnMail.name(received);
        if (name.isEmpty() || !(received instanceof BytesMessage front)) {
            return new WholeMessage(received, received.getJMSPriority(), properties, () -> {
            });
        }
        properties.remove(OwnMail.CONTENT);
        try {
            FiledContent rest = contents.take(name.get());
            BytesMessage whole = like(front, session);
            MailBody.write(whole, Content.join(octets(front), rest));
            return new WholeMessage(whole, received.getJMSPriority(), properties,
                    () -> contents.spend(name.get(), rest.size()));
        } catch (NoSuchFileException | IllegalArgumentException gone) {
            properties.put(LOST, name.get());
            return new WholeMessage(received, received.getJMSPriority(), properties, () -> {
            });
        } catch (IOException e) {
            throw unreadable("the file content/" + name.get() + " cannot be read", e);
        }
    }

    /** {@return the message with what it carries itself: nobody of ours wrote it, so what it refers to is nothing of it} */
    static WholeMessage asItIs(Message received) throws JMSException {
        Map<String, Object> properties = properties(received);
        properties.remove(OwnMail.CONTENT);
        properties.remove(LOST);
        return new WholeMessage(received, received.getJMSPriority(), properties, () -> {
        });
    }

    /**
     * {@return a message like this one, which nobody of ours wrote, with this body}
     *
     * @throws JMSException when it cannot be made now
     */
    static WholeMessage with(Content body, BytesMessage received, Session session) throws JMSException {
        Map<String, Object> properties = properties(received);
        properties.remove(OwnMail.CONTENT);
        properties.remove(LOST);
        BytesMessage whole = like(received, session);
        try {
            MailBody.write(whole, body);
        } catch (IOException e) {
            throw unreadable("the body cannot be read", e);
        }
        return new WholeMessage(whole, received.getJMSPriority(), properties, () -> {
        });
    }

    /** {@return a message that has of another one what no property says} */
    private static BytesMessage like(Message received, Session session) throws JMSException {
        BytesMessage like = session.createBytesMessage();
        Optional<String> correlation = Optional.ofNullable(received.getJMSCorrelationID());
        if (correlation.isPresent()) {
            like.setJMSCorrelationID(correlation.get());
        } else if (received.getJMSCorrelationIDAsBytes() != null) {
            like.setJMSCorrelationIDAsBytes(received.getJMSCorrelationIDAsBytes());
        }
        if (received.getJMSReplyTo() != null) {
            like.setJMSReplyTo(received.getJMSReplyTo());
        }
        if (received.getJMSType() != null) {
            like.setJMSType(received.getJMSType());
        }
        return like;
    }

    static JMSException unreadable(String what, IOException why) {
        JMSException unreadable = new JMSException(what + ": " + why);
        unreadable.initCause(why);
        return unreadable;
    }

    private static byte[] octets(BytesMessage message) throws JMSException {
        message.reset();
        byte[] octets = new byte[Math.toIntExact(message.getBodyLength())];
        message.readBytes(octets);
        return octets;
    }

    private static Map<String, Object> properties(Message received) throws JMSException {
        Map<String, Object> properties = new LinkedHashMap<>();
        Enumeration<?> names = received.getPropertyNames();
        while (names.hasMoreElements()) {
            String name = (String) names.nextElement();
            if (!name.startsWith("JMS") && !name.startsWith("_AMQ")) {
                properties.put(name, received.getObjectProperty(name));
            }
        }
        if (received.propertyExists(GROUP)) {
            properties.put(GROUP, received.getStringProperty(GROUP));
        }
        if (received.propertyExists(GROUP_SEQUENCE)) {
            properties.put(GROUP_SEQUENCE, received.getIntProperty(GROUP_SEQUENCE));
        }
        Optional.ofNullable(received.getStringProperty(USER)).ifPresent(user -> properties.put(USER, user));
        return properties;
    }

    /** {@return the same with one property more, or another value of it} */
    WholeMessage with(String property, String value) {
        properties.put(property, value);
        return this;
    }

    /** Lets a property have this value, if there is one of its name. */
    void inPlace(String property, Object value) {
        properties.computeIfPresent(property, (name, before) -> value);
    }

    /** {@return the same without this property} */
    WholeMessage without(String property) {
        properties.remove(property);
        return this;
    }

    /** {@return whether only its front is left, since the file with the rest of its content is gone} */
    boolean isCut() {
        return properties.containsKey(LOST);
    }

    /** {@return the priority that it had} */
    int priority() {
        return priority;
    }

    /** {@return what to send} */
    Message message() throws JMSException {
        message.clearProperties();
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            message.setObjectProperty(property.getKey(), property.getValue());
        }
        return message;
    }

    /** Says that it is durable where it was sent. */
    void done() {
        done.run();
    }
}
