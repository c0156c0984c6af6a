package org.postern.pipeline;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.postern.delivery.NextSteps;
import org.postern.notice.NoticeComposer;
import org.postern.queue.MailQueue;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedMessages;
import org.postern.queue.Posting;
import org.postern.queue.QueueUnavailableException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Does what follows from an attempt. A recipient that was delivered must not be tried again because something about the others could not
 * be kept, so each store stands in for the other: what cannot be parked waits in the queue, and what cannot be reported is parked.
 */
@Dependent
public class Aftermath {
    private final ParkedMessages parked;
    private final MailQueue queue;
    private final NoticeComposer composer;

    @Inject
    Aftermath(ParkedMessages parked, MailQueue queue, NoticeComposer composer) {
        this.parked = parked;
        this.queue = queue;
        this.composer = composer;
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
        if (next.report().isPresent()) {
            postings.add(notice(next.report().get()));
        }
        try {
            queue.post(postings, next.events());
        } catch (QueueUnavailableException e) {
            if (mustPost) {
                throw e;
            }
            next.report().map(NextSteps.Report::untold).ifPresent(parked::park);
            PipelineLog.LOG.storyLost(next.events().size(), e.getMessage());
        }
    }

    /** {@return what is to be posted because the database did not say that it took it; should it release it too, that is once} */
    private Optional<Posting> park(ParkedMessage waiting) {
        try {
            parked.park(waiting);
            return Optional.empty();
        } catch (RuntimeException e) {
            PipelineLog.LOG.notParked(e.getMessage());
            return Optional.of(new Posting(waiting.queue(), waiting.mail(), Optional.of(waiting.resumptionKey()),
                    waiting.due()));
        }
    }

    private Posting notice(NextSteps.Report report) throws IOException {
        return new Posting(MailQueue.INCOMING, composer.compose(report.notice()), Optional.of(report.key()));
    }
}
