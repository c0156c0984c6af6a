package org.postern.broker;

import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import org.postern.archive.Archives;
import org.postern.contents.Contents;
import org.postern.contents.PostedContents;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.queue.MailQueue;
import org.postern.queue.Posting;
import org.postern.queue.Priority;
import org.postern.queue.QueueUnavailableException;
import org.postern.routing.Destination;
import org.postern.sentence.Sentence;
import org.postern.story.EventCodec;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The queues of the broker: mail and its events in one transaction of one local session, without XA. Must be called outside a
 * container transaction, which could otherwise hold the commit back.
 *
 * <p>Waits for room no longer than {@link BrokerCalls} let it, and not at all where it is known that there is none.
 */
@Singleton
@Typed(JmsMailQueue.class)
public class JmsMailQueue implements MailQueue {
    private static final Sentence DISK_FULL = Sentence.form("theDiskIsFull", "the disk is full").with();
    private static final Sentence.Form NOT_TAKEN = Sentence.form("queuesDidNotTakeIt",
            "the queues did not take the mail: {0}");
    /** Events in one JMS message. */
    private static final int MOST_IN_ONE = 100;
    /** Between two lines of the log about outcomes that could not be told. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final ConnectionFactory broker;
    private final InstantSource clock;
    private final StoreReadiness stores;
    private final BrokerCalls calls;
    private final EventSource sources;
    private final Contents contents;
    private final EmbeddedBroker embedded;
    private final Teller teller;
    private final Archives archives;

    private final UntoldEvents untold = new UntoldEvents();
    private final AtomicLong unsaid = new AtomicLong();
    private final AtomicReference<Instant> said = new AtomicReference<>(Instant.EPOCH);
    /** Queues of this name are the gateway's own, whatever mail in them is headed for. */
    private static final String RESERVED = "postern.";

    private final Map<String, Queue> queues = new ConcurrentHashMap<>();
    private volatile boolean refusing;

    @Inject
    JmsMailQueue(ConnectionFactory broker, InstantSource clock, StoreReadiness stores, BrokerCalls calls,
            EventSource sources, Contents contents, EmbeddedBroker embedded, Teller teller, Archives archives) {
        this.broker = broker;
        this.clock = clock;
        this.stores = stores;
        this.calls = calls;
        this.sources = sources;
        this.contents = contents;
        this.embedded = embedded;
        this.teller = teller;
        this.archives = archives;
    }

    /** Tells applications what became of what they have handed in. */
    public interface Teller {
        /**
         * Sends what the event has for an application, in the transaction of the session; nothing where it cannot be told now.
         *
         * @throws JMSException when the broker does not take it; the transaction is of no use then
         */
        void tell(Session session, Event event) throws JMSException;

        /** Says that there was no room for it for so long that nobody shall wait for that again soon. */
        void stuck(Event event);
    }

    @Override
    public void post(List<Posting> postings, List<Event> events) throws QueueUnavailableException {
        List<Posting> mail = archives.withTwins(postings);
        try {
            List<Event> told = told(events);
            if (told.isEmpty()) {
                postOnce(mail, events);
            } else {
                postAndTell(mail, events, told);
            }
        } catch (QueueUnavailableException e) {
            if (!refusing) {
                refusing = true;
                QueuesLog.LOG.queuesRefuse(e.getMessage());
            }
            throw e;
        }
        if (refusing) {
            refusing = false;
            QueuesLog.LOG.queuesTake();
        }
    }

    private static List<Event> told(List<Event> events) {
        List<Event> told = List.of();
        for (Event event : events) {
            if (event.telling().isPresent()) {
                told = told.isEmpty() ? new ArrayList<>() : told;
                told.add(event);
            }
        }
        return told;
    }

    private void postOnce(List<Posting> mail, List<Event> events) throws QueueUnavailableException {
        if (!commit(mail, events, List.of())) {
            postWhatIsNew(mail, events);
        }
    }

    /** What keeps an application from being told keeps no mail. */
    private void postAndTell(List<Posting> mail, List<Event> events, List<Event> told)
            throws QueueUnavailableException {
        boolean taken;
        try {
            taken = commit(mail, events, told);
        } catch (QueueUnavailableException untold) {
            if (BrokerFault.of(untold) == BrokerFault.STUCK) {
                told.forEach(teller::stuck);
            }
            postOnce(mail, events);
            sayUntold(told.size(), untold);
            return;
        }
        if (!taken) {
            tellWhatIsNew(told);
            postOnce(mail, events);
        }
    }

    /** A full queue of an application is full for a while. */
    private void sayUntold(int outcomes, QueueUnavailableException why) {
        long all = unsaid.addAndGet(outcomes);
        Instant now = clock.instant();
        Instant last = said.get();
        if (!now.isBefore(last.plus(SILENCE)) && said.compareAndSet(last, now)) {
            unsaid.addAndGet(-all);
            QueuesLog.LOG.outcomesNotTold(all, why.getMessage());
        }
    }

    /**
     * After a crash: some of it has been told before. Told before the step is done, since it is as true the next time, and has the same key then.
     */
    private void tellWhatIsNew(List<Event> told) {
        for (Event event : told) {
            try {
                commit(List.of(), List.of(), List.of(event));
            } catch (QueueUnavailableException untold) {
                sayUntold(1, untold);
            }
        }
    }

    /** After a crash between commit and acknowledgement: the events went with the mail, so they are old if all mail is. */
    private void postWhatIsNew(List<Posting> mail, List<Event> events) throws QueueUnavailableException {
        boolean anyNew = false;
        for (Posting posting : mail) {
            anyNew |= commit(List.of(posting), List.of(), List.of());
        }
        if (anyNew) {
            commit(List.of(), events, List.of());
        }
    }

    /** {@return whether all was taken; if not, a duplicate key was among it and nothing was} */
    private boolean commit(List<Posting> mail, List<Event> events, List<Event> told)
            throws QueueUnavailableException {
        if (stores.isFull()) {
            throw new QueueUnavailableException(DISK_FULL, true, null);
        }
        try (PostedContents kept = contents.forPosting()) {
            return commit(mail, events, told, kept);
        }
    }

    private boolean commit(List<Posting> mail, List<Event> events, List<Event> told, PostedContents kept)
            throws QueueUnavailableException {
        BrokerCalls.Call call = calls.begin(size(mail));
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            try {
                send(session, mail, events, kept);
                for (Event event : told) {
                    teller.tell(session, event);
                }
                kept.force();
                session.commit();
                return true;
            } catch (JMSException | RuntimeException | IOException e) {
                call.end();
                rollBack(session, e);
                throw e;
            }
        } catch (JMSException | RuntimeException | IOException e) {
            BrokerFault fault = BrokerFault.of(e);
            if (fault.isRefusal()) {
                kept.refused();
            }
            if (fault == BrokerFault.DUPLICATE) {
                return false;
            }
            throw new QueueUnavailableException(NOT_TAKEN.with(String.valueOf(e.getMessage())),
                    fault.isForRoom() || isForRoom(e, mail, kept), e);
        } finally {
            call.end();
        }
    }

    private static boolean isForRoom(Exception e, List<Posting> mail, PostedContents kept) {
        return e instanceof IOException && kept.isShortOf(size(mail));
    }

    private void send(Session session, List<Posting> mail, List<Event> events, PostedContents kept)
            throws JMSException, IOException {
        try (MessageProducer producer = session.createProducer(null)) {
            Optional<PostedContents> ours = Optional.of(kept)
                    .filter(any -> size(mail) >= MailBody.LARGE && embedded.isOurs());
            for (Posting posting : mail) {
                producer.setDeliveryDelay(delay(posting));
                producer.setPriority(Priority.ofQueue(posting.mail().message().envelope()));
                producer.send(target(session, posting), MailCodec.encode(session, posting, ours));
            }
            if (!events.isEmpty()) {
                producer.setDeliveryDelay(0);
                producer.setPriority(Message.DEFAULT_PRIORITY);
                producer.send(queue(session, EVENTS), session.createTextMessage(EventCodec.write(events)));
            }
        }
    }

    private static long size(List<Posting> mail) {
        long octets = 0;
        for (Posting posting : mail) {
            octets += posting.mail().message().content().size();
        }
        return octets;
    }

    private long delay(Posting posting) {
        return posting.notBefore()
                .map(due -> Math.max(0, Duration.between(clock.instant(), due).toMillis()))
                .orElse(0L);
    }

    /** While a store is away events are kept for {@link #tellUntold}: that somebody was refused then is what people ask for afterwards. */
    @Override
    public void tell(List<Event> events) {
        if (!stores.areStoresWell() || !send(events)) {
            untold.keep(events);
        }
    }

    /** Tells what could not be told when its time was. */
    void tellUntold() {
        UntoldEvents.Untold late = untold.take();
        for (int from = 0; from < late.events().size(); from += MOST_IN_ONE) {
            tell(late.events().subList(from, Math.min(from + MOST_IN_ONE, late.events().size())));
        }
        if (late.lost() > 0) {
            tell(List.of(sources.of(EventKind.REFUSED)
                    .detail(late.lost() + " refusals more could not be told while a store was away")
                    .event()));
        }
    }

    /** {@return whether the broker took them} */
    private boolean send(List<Event> events) {
        BrokerCalls.Call call = calls.begin(0);
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageProducer producer = session.createProducer(queue(session, EVENTS))) {
            producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
            producer.send(session.createTextMessage(EventCodec.write(events)));
            return true;
        } catch (JMSException | RuntimeException e) {
            QueuesLog.LOG.eventsNotTold(events.size(), e.getMessage());
            return false;
        } finally {
            call.end();
        }
    }

    private jakarta.jms.Destination target(Session session, Posting posting) throws JMSException {
        boolean ofAll = posting.mail().destination().filter(Destination.ApplicationTopic.class::isInstance).isPresent();
        return ofAll && !posting.queue().startsWith(RESERVED)
                ? session.createTopic(posting.queue())
                : queue(session, posting.queue());
    }

    private Queue queue(Session session, String name) throws JMSException {
        Queue known = queues.get(name);
        if (known == null) {
            known = session.createQueue(name);
            queues.put(name, known);
        }
        return known;
    }

    /** The session goes back to a pool, and must not take half a transaction with it. */
    static void rollBack(Session session, Exception why) {
        try {
            session.rollback();
        } catch (JMSException | RuntimeException e) {
            why.addSuppressed(e);
        }
    }
}
