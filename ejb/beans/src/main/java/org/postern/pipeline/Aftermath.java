package org.postern.pipeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.delivery.outcome.NextSteps;
import org.postern.metric.DatabaseWork;
import org.postern.metric.Meters;
import org.postern.notice.NoticeComposer;
import org.postern.queue.MailQueue;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedMessages;
import org.postern.queue.Posting;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.QueuedMail;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Does what follows from an attempt. A recipient that was delivered must not be tried again because something about the others could not
 * be kept, so each store stands in for the other: what cannot be parked waits in the queue, and what cannot be reported is parked.
 */
@Singleton
public class Aftermath {
    /** When to try again to tell a sender who could not be told. */
    private static final Duration UNTOLD = Duration.ofMinutes(1);

    private final ParkedMessages parked;
    private final MailQueue queue;
    private final NoticeComposer composer;
    private final Meters meters;

    @Inject
    Aftermath(ParkedMessages parked, MailQueue queue, NoticeComposer composer, Meters meters) {
        this.parked = parked;
        this.queue = queue;
        this.composer = composer;
        this.meters = meters;
    }

    /**
     * Returns after all of it is durable, or nothing of it is needed any more; the message may then be acknowledged.
     *
     * @throws QueueUnavailableException when neither store takes what must be kept
     * @throws IOException when the content cannot be read
     */
    void carryOut(NextSteps next) throws IOException, QueueUnavailableException {
        List<Posting> postings = new ArrayList<>();
        if (next.parked().isPresent()) {
            park(next.parked().get()).ifPresent(postings::add);
        }
        boolean mustPost = !postings.isEmpty();
        Optional<QueuedMail> told = Optional.empty();
        if (next.report().isPresent()) {
            told = Optional.of(composer.compose(next.report().get().notice()));
            postings.add(new Posting(MailQueue.INCOMING, told.get(), Optional.of(next.report().get().key())));
        }
        try {
            queue.post(postings, next.events());
        } catch (QueueUnavailableException e) {
            if (mustPost) {
                throw e;
            }
            if (next.report().isPresent()) {
                parked.park(waiting(next.report().get(), told.orElseThrow()));
            }
            meters.happened(next.events());
            PipelineLog.LOG.storyLost(next.events().size(), e.getMessage());
        }
    }

    /** {@return what is to be posted because the database did not say that it took it; should it release it too, that is once} */
    private Optional<Posting> park(ParkedMessage waiting) {
        try {
            long begun = meters.now();
            parked.park(waiting);
            meters.stored(DatabaseWork.PARK, begun);
            return Optional.empty();
        } catch (RuntimeException e) {
            PipelineLog.LOG.notParked(e.getMessage());
            return Optional.of(new Posting(waiting.queue(), waiting.mail(), Optional.of(waiting.resumptionKey()),
                    waiting.due()));
        }
    }

    /** The failed wait to be reported later; a notice that tells of others too waits itself. */
    private static ParkedMessage waiting(NextSteps.Report report, QueuedMail notice) {
        return report.untold()
                .orElseGet(() -> new ParkedMessage(report.key(), notice, ParkedMessage.Reason.DEFERRED,
                        Optional.of(report.notice().written().plus(UNTOLD)), MailQueue.INCOMING, "a notice"));
    }
}
