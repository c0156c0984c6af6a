package org.postern.pipeline.parked;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.postern.delivery.outcome.AfterAttempt;
import org.postern.delivery.outcome.NextSteps;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.event.SubmissionOutcome;
import org.postern.event.Telling;
import org.postern.notice.NoticeComposer;
import org.postern.queue.MailQueue;
import org.postern.queue.ParkedMessage;
import org.postern.queue.Posting;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.WaitingMail.Released;
import org.postern.smtp.Reply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ends parked mail because a person says so, and tells of it. */
@Singleton
public class GivenUpMail {
    private static final int MOST_QUOTED = 300;

    private final MailQueue queue;
    private final EventSource events;
    private final AfterAttempt afterAttempt;
    private final NoticeComposer composer;
    private final InstantSource clock;

    @Inject
    GivenUpMail(MailQueue queue, EventSource events, AfterAttempt afterAttempt, NoticeComposer composer,
            InstantSource clock) {
        this.queue = queue;
        this.events = events;
        this.afterAttempt = afterAttempt;
        this.composer = composer;
        this.clock = clock;
    }

    /** Outside the transaction of the database: the queue has one of its own. Durable on return. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void tell(List<Released> dropped, String by) throws QueueUnavailableException {
        List<Event> told = dropped.stream()
                .map(one -> events.about(one.message().mail().message(), EventKind.DROPPED)
                        .reply(one.message().lastReply())
                        .detail("by " + by)
                        .telling(telling(one.message()))
                        .event())
                .toList();
        queue.post(List.of(), told);
    }

    private static Optional<Telling> telling(ParkedMessage message) {
        return message.mail()
                .telling(SubmissionOutcome.FAILED)
                .map(telling -> telling.because(
                        Telling.Ground
                                .of("thrown away by the postmaster; it waited because of: " + message.lastReply())));
    }

    /**
     * Tells the senders, too, where they want to hear of failures.
     *
     * @param reply what they are told; empty for the last words, and that it is tried no more
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void giveUp(List<Released> mail, Optional<Reply> reply, String by) throws QueueUnavailableException {
        List<Posting> notices = new ArrayList<>();
        List<Event> story = new ArrayList<>();
        for (Released one : mail) {
            ParkedMessage message = one.message();
            NextSteps next = afterAttempt.givenUp(message.key(), message.mail(),
                    reply.orElseGet(() -> expired(message.lastReply())), clock.instant());
            next.events().forEach(event -> story.add(event.kind() == EventKind.FAILED ? by(event, by) : event));
            if (next.report().isPresent()) {
                notices.add(notice(next.report().get()));
            }
        }
        queue.post(notices, story);
    }

    private static Reply expired(String last) {
        String quoted = last.substring(0, Math.min(last.length(), MOST_QUOTED)).replaceAll("\\p{Cntrl}", " ");
        return Reply.of(550, "5.4.7", "given up by the postmaster; at last: " + quoted);
    }

    private Posting notice(NextSteps.Report report) {
        try {
            return new Posting(MailQueue.INCOMING, composer.compose(report.notice()), Optional.of(report.key()));
        } catch (IOException e) {
            throw new UncheckedIOException("the message to be reported on cannot be read", e);
        }
    }

    private static Event by(Event event, String person) {
        return event.withDetail("given up by " + person);
    }
}
