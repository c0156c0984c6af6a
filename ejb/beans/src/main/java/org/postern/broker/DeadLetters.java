package org.postern.broker;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import org.postern.config.DataFolder;
import org.postern.mail.Content;
import org.postern.queue.QueueUnavailableException;
import org.postern.sentence.Sentence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Looks at messages where they lie, and leaves them there. */
@Singleton
public class DeadLetters {
    private static final Sentence.Form UNSEEN = Sentence.form("queueCannotBeLookedAt",
            "the queue {0} cannot be looked at: {1}");
    /** No more of a queue are looked through; what lies behind comes forward when those before it are dealt with. */
    public static final int LOOKED_THROUGH = 2000;

    private final ConnectionFactory broker;
    private final BrokerCalls calls;
    private final DataFolder folder;

    @Inject
    DeadLetters(ConnectionFactory broker, BrokerCalls calls, DataFolder folder) {
        this.broker = broker;
        this.calls = calls;
        this.folder = folder;
    }

    /** Takes one message after the other. */
    @FunctionalInterface
    private interface Sight {
        /** {@return whether to go on to the next} */
        boolean of(Message message) throws JMSException, IOException;
    }

    /**
     * {@return a page of what lies in the queue, in the order in which a reader would get it}
     *
     * @param from in which queue they were before; empty for all
     * @param after the key of the last one of the page before; empty for the first page
     */
    public List<DeadLetter> list(String queue, Optional<String> from, String after, int limit)
            throws QueueUnavailableException {
        List<DeadLetter> page = new ArrayList<>();
        boolean[] isBehind = {after.isEmpty()};
        see(queue, from.map(DeadLetter::selector), message -> {
            if (isBehind[0]) {
                page.add(DeadLetter.of(message, queue));
            }
            isBehind[0] |= after.equals(message.getJMSMessageID());
            return page.size() < limit;
        });
        return page;
    }

    /** {@return one message, without its content} */
    public Optional<DeadLetter> find(String queue, String key) throws QueueUnavailableException {
        List<DeadLetter> found = new ArrayList<>();
        see(queue, Optional.of(named(key)), message -> !found.add(DeadLetter.of(message, queue)));
        return found.stream().findFirst();
    }

    /** What is read of a message while it is looked at. */
    @FunctionalInterface
    public interface Reading {
        /**
         * Reads it.
         *
         * @param content what the message carries itself, readable until this returns; empty for a message of a kind that has no octets
         */
        void of(DeadLetter letter, Content content) throws IOException;
    }

    /** Reads one message; {@return whether it is there} */
    public boolean look(String queue, String key, Reading reading) throws QueueUnavailableException {
        boolean[] found = {false};
        see(queue, Optional.of(named(key)), message -> {
            found[0] = true;
            read(message, DeadLetter.of(message, queue), reading);
            return false;
        });
        return found[0];
    }

    static String named(String key) {
        return "JMSMessageID = " + DeadLetter.literal(key);
    }

    private void read(Message message, DeadLetter letter, Reading reading) throws JMSException, IOException {
        switch (message) {
            case BytesMessage octets -> {
                try (SpooledContent body = MailBody.read(octets, folder.spool())) {
                    reading.of(letter, body);
                }
            }
            case TextMessage text -> reading.of(letter, Content
                    .of(Objects.requireNonNullElse(text.getText(), "").getBytes(StandardCharsets.UTF_8)));
            default -> reading.of(letter, Content.of(new byte[0]));
        }
    }

    private void see(String queue, Optional<String> selector, Sight sight) throws QueueUnavailableException {
        BrokerCalls.Call call = calls.begin(0);
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                QueueBrowser browser = session.createBrowser(session.createQueue(queue), selector.orElse(null))) {
            connection.start();
            Enumeration<?> messages = browser.getEnumeration();
            for (int seen = 0; seen < LOOKED_THROUGH && messages.hasMoreElements(); seen++) {
                if (!sight.of((Message) messages.nextElement())) {
                    return;
                }
            }
        } catch (JMSException | RuntimeException | IOException e) {
            throw new QueueUnavailableException(UNSEEN.with(queue, String.valueOf(e.getMessage())), false, e);
        } finally {
            call.end();
        }
    }
}
