package org.postern.pipeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.delivery.outcome.AfterAttempt;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.policy.PolicyReplies;
import org.postern.policy.check.UnreadFilter;
import org.postern.queue.MailQueue;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedMessages;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.QueuedMail;
import org.postern.smtp.Reply;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Mail for a postmaster whom nobody has named: waits for somebody who reads it, for two weeks, and then its sender is told that nobody did. */
@Singleton
public class UnreadMail {
    private static final Duration LIFE = Duration.ofDays(14);
    /** A way that somebody has opened is found within this. */
    private static final Duration INTERVAL = Duration.ofHours(6);
    /** Octets that the trace field has added at most since the size was looked at. */
    private static final int TRACE = 4096;
    private static final String ADVICE = "; set gateway.postmaster, or make an alias or a route for it";

    private final ParkedMessages parked;
    private final EventSource events;
    private final AfterAttempt afterAttempt;
    private final Aftermath aftermath;
    private final InstantSource clock;

    @Inject
    UnreadMail(ParkedMessages parked, EventSource events, AfterAttempt afterAttempt, Aftermath aftermath,
            InstantSource clock) {
        this.parked = parked;
        this.events = events;
        this.afterAttempt = afterAttempt;
        this.aftermath = aftermath;
        this.clock = clock;
    }

    /**
     * Lets it wait, or gives it up; durable on return.
     *
     * @param key names this step; the same again does nothing
     * @return what is still to be told
     */
    List<Event> keep(String key, QueuedMail mail, String reason) throws IOException, QueueUnavailableException {
        Instant now = clock.instant();
        if (mail.message().content().size() > UnreadFilter.LARGEST + TRACE) {
            return giveUp(key, mail, PolicyReplies.TOO_LARGE_FOR_MAILBOX, now);
        }
        if (!now.isBefore(mail.arrived().plus(LIFE))) {
            return giveUp(key, mail, Reply.of(550, "5.4.7", reason + " within " + LIFE.toDays() + " days"), now);
        }
        String words = "451 4.2.1 " + reason + ADVICE;
        parked.park(new ParkedMessage(key, mail, ParkedMessage.Reason.DEFERRED, Optional.of(now.plus(INTERVAL)),
                MailQueue.INCOMING, words));
        return List.of(events.about(mail.message(), EventKind.PARKED)
                .destination("nowhere")
                .detail(reason + ADVICE)
                .event());
    }

    private List<Event> giveUp(String key, QueuedMail mail, Reply reply, Instant now)
            throws IOException, QueueUnavailableException {
        aftermath.carryOut(afterAttempt.givenUp(key, mail, reply, now));
        return List.of();
    }
}
