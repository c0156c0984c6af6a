package org.postern.pipeline.trace;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.json.JsonException;
import org.postern.broker.DeadMail;
import org.postern.broker.StoreReadiness;
import org.postern.duty.BackOff;
import org.postern.event.Event;
import org.postern.event.Trace;
import org.postern.flow.FlowTally;
import org.postern.metric.DatabaseWork;
import org.postern.metric.Meters;
import org.postern.queue.MailQueue;
import org.postern.story.EventCodec;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Takes events from their queue into the trace, as many in one transaction of the database as there are. The messages are
 * acknowledged after that: a crash in between stores the same events again, which changes nothing. They are counted last of all, as to
 * count them again would change something.
 */
@Singleton
public class Journal {
    /** Messages in one transaction of the database. */
    private static final int MOST_MESSAGES = 20_000;
    /** From here on the heap has room for more than what the gateway needs in any case. */
    private static final long AMPLE_HEAP = 512L << 20;
    /**
     * Characters of text in it; as objects they take several times as much of the heap. The more of it one batch holds, the fewer stories have
     * to be continued in the next.
     */
    private static final long MOST_TEXT = mostText(Runtime.getRuntime().maxMemory());
    /** How long a first event waits for company: a page of the console is no older than this. */
    private static final Duration LINGER = Duration.ofMillis(200);
    /**
     * How long it waits when so much comes that mail takes a while to leave: to continue a story takes more than twice the work of
     * storing it whole.
     */
    private static final Duration BUSY_LINGER = Duration.ofSeconds(2);
    /** This many messages within {@link #LINGER} are much. */
    private static final int BUSY = 200;
    private static final long WAIT_MILLIS = 1000;
    /** Other nodes are not that many: more conflicts in a row are something else. */
    private static final int MOST_CONFLICTS = 100;
    /** An event is given up only if the database does not take it by itself, and not by mere chance. */
    private static final int FAILURES_ALONE = 3;

    private final Trace trace;
    private final FlowTally flow;
    private final DeadLetters dead;
    private final BooleanSupplier mustWait;
    private final LongSupplier nanos;
    private final Meters meters;

    @Inject
    Journal(Trace trace, FlowTally flow, DeadMail dead, StoreReadiness stores, Meters meters) {
        this(trace, flow, dead::bury, stores::isDatabaseShortOfRoom, System::nanoTime, meters);
    }

    Journal(Trace trace, FlowTally flow, DeadLetters dead, BooleanSupplier mustWait, LongSupplier nanos,
            Meters meters) {
        this.meters = meters;
        this.mustWait = mustWait;
        this.trace = trace;
        this.flow = flow;
        this.dead = dead;
        this.nanos = nanos;
    }

    private static long mostText(long heap) {
        return heap / 200 + Math.max(0, heap - AMPLE_HEAP) / 50;
    }

    /** Where messages go that nobody can read; {@link DeadMail#bury} says what it must do. */
    @FunctionalInterface
    interface DeadLetters {
        void bury(Message message, String from, String reason) throws JMSException;
    }

    /**
     * Stores what is there, or waits a second for something, or for room: an event takes more of it in the database than in its queue.
     *
     * @param backOff waits while the database cannot take it; the events stay with the caller meanwhile
     */
    void takeBatch(Session session, MessageConsumer consumer, BackOff backOff) throws JMSException {
        if (mustWait.getAsBoolean()) {
            backOff.rest();
            return;
        }
        Message first = consumer.receive(WAIT_MILLIS);
        if (first == null) {
            return;
        }
        List<Event> events = new ArrayList<>();
        gather(consumer, events, MOST_TEXT - read(first, events), backOff);
        List<Event> stored = new ArrayList<>();
        if (store(events, stored, session, backOff)) {
            session.commit();
            flow.count(stored);
        } else {
            session.rollback();
        }
    }

    /** Ends when nothing has come for a while, or the first has waited long enough. */
    private void gather(MessageConsumer consumer, List<Event> target, long text, BackOff backOff)
            throws JMSException {
        long begun = nanos.getAsLong();
        long room = text;
        long left = LINGER.toMillis();
        for (int taken = 1; taken < MOST_MESSAGES && room > 0 && left > 0 && !backOff.isOver(); taken++) {
            Message next = consumer.receive(Math.min(left, LINGER.toMillis()));
            if (next == null) {
                return;
            }
            room -= read(next, target);
            Duration linger = taken < BUSY ? LINGER : BUSY_LINGER;
            left = linger.toMillis() - (nanos.getAsLong() - begun) / 1_000_000;
        }
    }

    /** {@return the length of its text} */
    private int read(Message message, List<Event> target) throws JMSException {
        try {
            if (message instanceof TextMessage text) {
                String json = text.getText();
                target.addAll(EventCodec.read(json));
                return json.length();
            }
            dead.bury(message, MailQueue.EVENTS, "not a TextMessage");
        } catch (JsonException | IllegalArgumentException e) {
            dead.bury(message, MailQueue.EVENTS, "not a list of events: " + e.getMessage());
        }
        return 0;
    }

    /**
     * {@return whether all is stored or set aside; false when the waiting was ended}
     *
     * @param stored takes those that are stored
     */
    private boolean store(List<Event> events, List<Event> stored, Session session, BackOff backOff)
            throws JMSException {
        int conflicts = 0;
        int alone = 0;
        do {
            try {
                long begun = meters.now();
                trace.store(events);
                meters.stored(DatabaseWork.STORIES, begun);
                stored.addAll(events);
                backOff.worked();
                return true;
            } catch (RuntimeException e) {
                if (conflicts < MOST_CONFLICTS && Conflict.isIn(e)) {
                    backOff.waitAfterConflict(++conflicts);
                } else if (!backOff.isWorthSplitting() || !isAnswering()) {
                    backOff.waitAfter(e);
                } else if (events.size() > 1) {
                    return storeApart(events, stored, session, backOff);
                } else if (++alone < FAILURES_ALONE) {
                    backOff.waitAfter(e);
                } else {
                    bury(events, session, e);
                    return true;
                }
            }
        } while (!backOff.isOver());
        return false;
    }

    /** The database is well, so one of the events is not; it must not hold the others up for ever. */
    private boolean storeApart(List<Event> events, List<Event> stored, Session session, BackOff backOff)
            throws JMSException {
        int half = events.size() / 2;
        return store(events.subList(0, half), stored, session, backOff)
                && store(events.subList(half, events.size()), stored, session, backOff);
    }

    private void bury(List<Event> events, Session session, RuntimeException why) throws JMSException {
        dead.bury(session.createTextMessage(EventCodec.write(events)), MailQueue.EVENTS,
                "cannot be stored: " + why.getMessage());
    }

    private boolean isAnswering() {
        try {
            trace.message("");
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
