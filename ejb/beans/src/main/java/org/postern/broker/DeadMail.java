package org.postern.broker;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import org.postern.config.DataFolder;
import org.postern.contents.Contents;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.mail.Content;
import org.postern.queue.MailQueue;
import org.postern.story.EventCodec;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What cannot be understood is not lost: it lies in {@code postern.dead}, with the reason and all of its content, until a person has
 * decided.
 */
@Singleton
public class DeadMail {
    static final String REASON = "postern_reason";
    static final String CAME_FROM = "postern_cameFrom";

    private final ConnectionFactory broker;
    private final EventSource events;
    private final Contents contents;
    private final DataFolder folder;

    @Inject
    DeadMail(ConnectionFactory broker, EventSource events, Contents contents, DataFolder folder) {
        this.broker = broker;
        this.events = events;
        this.contents = contents;
        this.folder = folder;
    }

    /** What is sent to whoever sent the message, in the transaction that puts it aside. */
    @FunctionalInterface
    public interface Answer {
        /** For those who want none. */
        Answer NONE = session -> {
        };

        void send(Session session) throws JMSException;
    }

    /**
     * Puts the message aside as it is, whatever its size, durable on return; the caller may then acknowledge it where it came from.
     *
     * @throws JMSException when the broker fails, or the spool, through which a large body goes, is full or out of reach
     */
    public void bury(Message message, String from, String reason) throws JMSException {
        bury(message, from, reason, Answer.NONE);
    }

    /** The same with an answer, which is sent in the same transaction; one that cannot be sent holds nothing up. */
    public void bury(Message message, String from, String reason, Answer answer) throws JMSException {
        if (OwnMail.QUEUES.contains(from) || !(message instanceof BytesMessage octets)) {
            bury(session -> OwnMail.QUEUES.contains(from)
                    ? WholeMessage.of(message, session, contents)
                    : WholeMessage.asItIs(message), from, reason, answer);
            return;
        }
        try (SpooledContent body = MailBody.read(octets, folder.spool())) {
            bury(octets, body, from, reason, answer);
        } catch (IOException e) {
            throw WholeMessage.unreadable("the body cannot be spooled", e);
        }
    }

    /** The same of a message whose body has been read, which it gives but once where it is large. */
    public void bury(BytesMessage message, Content body, String from, String reason, Answer answer)
            throws JMSException {
        bury(session -> WholeMessage.with(body, message, session), from, reason, answer);
    }

    /** Makes the message that is put aside. */
    @FunctionalInterface
    private interface Whole {
        WholeMessage in(Session session) throws JMSException;
    }

    private void bury(Whole message, String from, String reason, Answer answer) throws JMSException {
        try {
            commit(message, from, reason, answer);
        } catch (JMSException | RuntimeException untold) {
            if (answer.equals(Answer.NONE)) {
                throw untold;
            }
            QueuesLog.LOG.notTold(untold.getMessage());
            commit(message, from, reason, Answer.NONE);
        }
        QueuesLog.LOG.buried(from, reason);
    }

    private void commit(Whole message, String from, String reason, Answer answer) throws JMSException {
        String event = EventCodec.write(
                List.of(events.of(EventKind.DROPPED).detail("put into " + MailQueue.DEAD + ": " + reason).event()));
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            try {
                WholeMessage whole = message.in(session);
                whole.with(REASON, reason).with(CAME_FROM, from);
                MessageProducer producer = session.createProducer(session.createQueue(MailQueue.DEAD));
                producer.setPriority(whole.priority());
                producer.send(whole.message());
                session.createProducer(session.createQueue(MailQueue.EVENTS)).send(session.createTextMessage(event));
                answer.send(session);
                session.commit();
                whole.done();
            } catch (JMSException | RuntimeException failed) {
                JmsMailQueue.rollBack(session, failed);
                throw failed;
            }
        }
    }

    /**
     * Gives one message its content that the broker itself has put aside, after too many attempts, while it only referred to it. What came from where others
     * write refers to nothing: anybody can have written there what looks so, and it loses that.
     *
     * @return whether there was one
     */
    boolean completeOne() throws JMSException {
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageConsumer consumer = session.createConsumer(session.createQueue(MailQueue.DEAD),
                        ReferringMessages.SELECTOR)) {
            connection.start();
            Message message = consumer.receiveNoWait();
            if (message == null) {
                return false;
            }
            Optional<String> from = DeadLetter.movedFrom(message);
            if (from.filter(OwnMail.QUEUES::contains).isPresent()) {
                complete(session, WholeMessage.of(message, session, contents), from);
            } else if (message instanceof BytesMessage octets) {
                try (SpooledContent body = MailBody.read(octets, folder.spool())) {
                    complete(session, WholeMessage.with(body, octets, session), from);
                } catch (IOException e) {
                    throw WholeMessage.unreadable("the body cannot be spooled", e);
                }
            } else {
                complete(session, WholeMessage.asItIs(message), from);
            }
            return true;
        }
    }

    /** What the broker said of where it was, and why, is the broker's no more when it is sent again. */
    private static void complete(Session session, WholeMessage whole, Optional<String> from) throws JMSException {
        if (from.isPresent()) {
            whole.without(REASON).with(CAME_FROM, from.get());
        }
        MessageProducer producer = session.createProducer(session.createQueue(MailQueue.DEAD));
        producer.setPriority(whole.priority());
        producer.send(whole.message());
        session.commit();
        whole.done();
    }
}
