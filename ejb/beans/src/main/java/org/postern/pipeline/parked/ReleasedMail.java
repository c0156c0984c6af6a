package org.postern.pipeline.parked;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.postern.assessment.Assessment;
import org.postern.assessment.Verdict;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.event.SubmissionOutcome;
import org.postern.pipeline.letters.Receipts;
import org.postern.queue.MailQueue;
import org.postern.queue.ParkedMessage;
import org.postern.queue.Posting;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.QueuedMail;
import org.postern.queue.WaitingMail.Released;
import org.postern.routing.Destination;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Posts parked mail to the queue it waited for. The duplicate key makes it once, should the database forget that it was done. For what an
 * application gets that is the end of its way, and senders who want to know are told.
 */
@Singleton
public class ReleasedMail {
    private final MailQueue queue;
    private final Receipts receipts;
    private final EventSource events;
    private final InstantSource clock;

    @Inject
    ReleasedMail(MailQueue queue, Receipts receipts, EventSource events, InstantSource clock) {
        this.queue = queue;
        this.receipts = receipts;
        this.events = events;
        this.clock = clock;
    }

    /** Outside the transaction of the database: the queue has one of its own. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void post(List<Released> mail) throws QueueUnavailableException {
        List<Posting> postings = new ArrayList<>();
        List<Event> story = new ArrayList<>();
        for (Released released : mail) {
            Posting posting = posting(released);
            postings.add(posting);
            story.add(event(released));
            if (isForApplication(posting.mail())) {
                story.add(handedOver(posting));
                Optional<Receipts.Receipt> receipt = receipt(posting);
                receipt.map(Receipts.Receipt::posting).ifPresent(postings::add);
                receipt.map(Receipts.Receipt::event).ifPresent(story::add);
            }
        }
        queue.post(postings, story);
    }

    private Event handedOver(Posting posting) {
        return events.about(posting.mail().message(), EventKind.HANDED_OVER)
                .destination(posting.mail().destination().orElseThrow().toString())
                .telling(posting.mail().telling(SubmissionOutcome.DELIVERED))
                .event();
    }

    private Optional<Receipts.Receipt> receipt(Posting posting) {
        try {
            return receipts.of(posting, clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException("the content to be handed over cannot be read", e);
        }
    }

    private Posting posting(Released released) {
        ParkedMessage message = released.message();
        return new Posting(message.queue(), mail(message, released.by()), Optional.of(message.resumptionKey()));
    }

    /** What was kept from its destination by us has all of its time before it, and what was in quarantine is not judged again. */
    private QueuedMail mail(ParkedMessage message, Optional<String> by) {
        if (message.reason() == ParkedMessage.Reason.QUARANTINED) {
            Assessment known = message.mail().arrival().assessment();
            return message.mail().arrivedAt(clock.instant()).assessed(known.judged(Verdict.RELEASED, known.reason()));
        }
        if (message.reason() != ParkedMessage.Reason.DEFERRED) {
            return message.mail().arrivedAt(clock.instant());
        }
        return by.isPresent() && !isForApplication(message.mail()) ? message.mail().askedFor() : message.mail();
    }

    private static boolean isForApplication(QueuedMail mail) {
        return mail.destination().filter(Destination::isApplication).isPresent();
    }

    private Event event(Released released) {
        ParkedMessage message = released.message();
        EventSource.Draft draft = events.about(message.mail().message(), EventKind.RELEASED)
                .detail(released.by().map(name -> "by " + name).orElse("its time has come"));
        message.mail().destination().map(Destination::toString).ifPresent(draft::destination);
        return draft.event();
    }
}
