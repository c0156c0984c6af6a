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
import org.postern.client.PropertyNames;
import org.postern.config.DataFolder;
import org.postern.contents.Contents;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.mail.Envelope;
import org.postern.queue.MailQueue;
import org.postern.queue.QueueUnavailableException;
import org.postern.sentence.Sentence;
import org.postern.smtp.wire.EnvelopeText;
import org.postern.story.EventCodec;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Takes messages out of the queue where somebody has to decide about them: each one, what becomes of it and its event in one transaction of the broker. A
 * process that is killed before the commit has changed nothing; after it, the message lies where it was sent, once.
 */
@Singleton
public class DeadLetterMoves {
    private static final Sentence.Form NOT_LET = Sentence.form("queueDoesNotLetIt",
            "the queue {0} does not let it be done: {1}");
    private static final Fate CUT = new Fate.Kept(Sentence.form("restOfContentGone",
            "the rest of its content is gone, so it is no whole message any more").with());

    private final ConnectionFactory broker;
    private final BrokerCalls calls;
    private final EventSource events;
    private final Contents contents;
    private final DataFolder folder;

    @Inject
    DeadLetterMoves(ConnectionFactory broker, BrokerCalls calls, EventSource events, Contents contents,
            DataFolder folder) {
        this.broker = broker;
        this.calls = calls;
        this.events = events;
        this.contents = contents;
        this.folder = folder;
    }

    /** What becomes of a message. */
    public sealed interface Fate {
        /**
         * It goes there.
         *
         * @param mended the envelope that it has there; empty for that which it has
         */
        record SentTo(String queue, String by, Optional<Envelope> mended) implements Fate {
            public SentTo(String queue, String by) {
                this(queue, by, Optional.empty());
            }
        }

        /** It ends. */
        record Deleted(String by) implements Fate {}

        /** It stays, behind all others, for this reason. */
        record Kept(Sentence reason) implements Fate {}
    }

    /** Decides about a message. */
    @FunctionalInterface
    public interface Judge {
        Fate of(DeadLetter letter);
    }

    /**
     * {@return what became of the message; empty if it is not there, or was just taken by somebody else}
     *
     * @throws QueueUnavailableException when nothing could be done
     */
    public Optional<Fate> move(String queue, String key, Judge judge) throws QueueUnavailableException {
        Deque<Fate> fates = new ArrayDeque<>();
        moveAll(queue, DeadLetters.named(key), judge, fate -> {
            fates.add(fate);
            return false;
        });
        return Optional.ofNullable(fates.peek());
    }

    /**
     * Does it to one message after the other, in their order, until there is none or the watcher has seen enough. What is put back, or comes back meanwhile,
     * is not met again.
     *
     * @param from in which queue they were before; empty for all
     * @param before only what was sent here before then
     * @throws QueueUnavailableException when it cannot go on; what was done stays done
     */
    public void moveAll(String queue, Optional<String> from, Instant before, Judge judge, Predicate<Fate> watcher)
            throws QueueUnavailableException {
        String selector = "JMSTimestamp < " + before.toEpochMilli()
                + from.map(name -> " AND " + DeadLetter.selector(name)).orElse("");
        moveAll(queue, selector, judge, watcher);
    }

    private void moveAll(String queue, String selector, Judge judge, Predicate<Fate> watcher)
            throws QueueUnavailableException {
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageConsumer consumer = session.createConsumer(session.createQueue(queue), selector)) {
            connection.start();
            Optional<Message> next = next(consumer);
            while (next.isPresent()) {
                Fate fate = moved(session, queue, next.get(), judge);
                next = watcher.test(fate) ? next(consumer) : Optional.empty();
            }
        } catch (JMSException | RuntimeException e) {
            throw new QueueUnavailableException(NOT_LET.with(queue, String.valueOf(e.getMessage())),
                    BrokerFault.of(e).isForRoom(), e);
        }
    }

    private static Optional<Message> next(MessageConsumer consumer) throws JMSException {
        return Optional.ofNullable(consumer.receiveNoWait());
    }

    private Fate moved(Session session, String queue, Message message, Judge judge) throws JMSException {
        DeadLetter letter = DeadLetter.of(message, queue);
        Fate fate = judge.of(letter);
        BrokerCalls.Call call = calls.begin(letter.octets());
        try {
            if (fate instanceof Fate.Deleted(String by)) {
                tell(session, letter, letter.envelope(), EventKind.DROPPED, "deleted from " + queue + " by " + by);
                session.commit();
                return fate;
            }
            return sent(session, message, letter, fate);
        } catch (JMSException | RuntimeException e) {
            call.end();
            rollBack(session, e);
            throw e;
        } finally {
            call.end();
        }
    }

    /** Sends it there, or behind all others. {@return which of both: the front of a message, sent on, would be taken for all of it} */
    private Fate sent(Session session, Message message, DeadLetter letter, Fate wanted) throws JMSException {
        try (Whole whole = whole(session, message, letter)) {
            Fate fate = wanted instanceof Fate.SentTo && whole.message().isCut() ? CUT : wanted;
            String there = letter.queue();
            if (fate instanceof Fate.SentTo(String queue, String by, Optional<Envelope> mended)) {
                there = queue;
                whole.message().without(DeadMail.REASON).without(DeadMail.CAME_FROM);
                mended.ifPresent(envelope -> mend(whole.message(), envelope, queue));
                tell(session, letter, mended.or(letter::envelope), EventKind.RELEASED,
                        "taken out of " + letter.queue() + " to " + there + " by " + by
                                + mended.map(envelope -> "; " + letter.change(envelope)).orElse(""));
            } else {
                letter.cameFrom().ifPresent(from -> whole.message().with(DeadMail.CAME_FROM, from));
            }
            try (MessageProducer producer = session.createProducer(session.createQueue(there))) {
                producer.setPriority(message.getJMSPriority());
                producer.send(whole.message().message());
            }
            session.commit();
            whole.message().done();
            return fate;
        } catch (IOException e) {
            throw WholeMessage.unreadable("the body cannot be spooled", e);
        }
    }

    /** Single properties say the same as the whole, where there are any. What was on its way to one place is routed anew where that is done. */
    private static void mend(WholeMessage message, Envelope envelope, String queue) {
        message.inPlace(PropertyNames.REVERSE_PATH, envelope.reversePath().address());
        message.inPlace(PropertyNames.RECIPIENT, envelope.recipients().getFirst().mailbox().toString());
        message.inPlace(PropertyNames.RECIPIENT_COUNT, envelope.recipients().size());
        message.with(PropertyNames.ENVELOPE, EnvelopeText.write(envelope));
        if (queue.equals(MailQueue.INCOMING)) {
            message.without(MailCodec.DESTINATION);
        }
    }

    /** A message that can be sent, and what holds its body meanwhile. */
    private record Whole(WholeMessage message, Closeable body) implements Closeable {
        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    /** The body of a large message is given but once, so it is read before it is sent. */
    private Whole whole(Session session, Message message, DeadLetter letter) throws JMSException, IOException {
        boolean refers = letter.isOwn() && OwnMail.name(message).isPresent();
        if (refers || !(message instanceof BytesMessage octets)) {
            return new Whole(refers ? WholeMessage.of(message, session, contents) : WholeMessage.asItIs(message),
                    () -> {
                    });
        }
        Optional<String> lost = letter.isOwn()
                ? Optional.ofNullable(message.getStringProperty(WholeMessage.LOST))
                : Optional.empty();
        SpooledContent body = MailBody.read(octets, folder.spool());
        WholeMessage whole = WholeMessage.with(body, octets, session);
        lost.ifPresent(name -> whole.with(WholeMessage.LOST, name));
        return new Whole(whole, body);
    }

    private void tell(Session session, DeadLetter letter, Optional<Envelope> told, EventKind kind, String detail)
            throws JMSException {
        if (letter.queueId().isEmpty()) {
            return;
        }
        EventSource.Draft draft = events.of(kind).queueId(letter.queueId().get()).size(letter.octets()).detail(detail);
        told.ifPresent(envelope -> draft.from(envelope.reversePath()).to(envelope.recipients()));
        try (MessageProducer producer = session.createProducer(session.createQueue(MailQueue.EVENTS))) {
            producer.send(session.createTextMessage(EventCodec.write(List.of(draft.event()))));
        }
    }

    private static void rollBack(Session session, Exception why) {
        try {
            session.rollback();
        } catch (JMSException | RuntimeException e) {
            why.addSuppressed(e);
        }
    }
}
