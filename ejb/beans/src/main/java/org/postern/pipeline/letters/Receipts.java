package org.postern.pipeline.letters;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.delivery.outcome.Action;
import org.postern.delivery.outcome.DeliveryStatusNotice;
import org.postern.delivery.outcome.Diagnosis;
import org.postern.delivery.outcome.Occasion;
import org.postern.delivery.outcome.ReportedRecipient;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.mail.Mailbox;
import org.postern.mail.Message;
import org.postern.mail.QueueIds;
import org.postern.mail.Recipient;
import org.postern.notice.NoticeComposer;
import org.postern.queue.Dispatch;
import org.postern.queue.MailQueue;
import org.postern.queue.Posting;
import org.postern.queue.QueuedMail;
import org.postern.routing.Destination;
import org.postern.smtp.Reply;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells senders who want to know that an application has their message (RFC 3461, 5.2.3): for the gateway, that is delivery. */
@Singleton
public class Receipts {
    private static final Diagnosis HANDED_OVER = new Diagnosis.Local(Optional.empty(),
            Reply.of(250, "2.0.0", "handed over to an application"));

    private final NoticeComposer composer;
    private final QueueIds ids;
    private final EventSource events;

    @Inject
    public Receipts(NoticeComposer composer, QueueIds ids, EventSource events) {
        this.composer = composer;
        this.ids = ids;
        this.events = events;
    }

    /**
     * What tells a sender.
     *
     * @param posting the notice
     * @param event that it was written
     */
    public record Receipt(Posting posting, Event event) {}

    /** {@return the same, and what is to be posted together with it for the senders} */
    public Dispatch.Dispatched with(Dispatch.Dispatched dispatched, Instant now) throws IOException {
        List<Posting> postings = new ArrayList<>(dispatched.postings());
        List<Event> told = new ArrayList<>(dispatched.events());
        for (Posting posting : dispatched.postings()) {
            Optional<Receipt> receipt = of(posting, now);
            receipt.map(Receipt::posting).ifPresent(postings::add);
            receipt.map(Receipt::event).ifPresent(told::add);
        }
        return new Dispatch.Dispatched(postings, told, dispatched.nowhere(), dispatched.expansions());
    }

    /** {@return what is to be posted together with this, if it is for an application, and its sender wants to know} */
    public Optional<Receipt> of(Posting posting, Instant now) throws IOException {
        QueuedMail mail = posting.mail();
        Message message = mail.message();
        Optional<Mailbox> sender = message.envelope().reversePath().mailbox();
        if (sender.isEmpty() || mail.destination().filter(Destination::isApplication).isEmpty()) {
            return Optional.empty();
        }
        List<ReportedRecipient> wanted = message.envelope()
                .recipients()
                .stream()
                .filter(Occasion.SUCCESS::isWantedFor)
                .map(recipient -> new ReportedRecipient(recipient, new Action.Delivered(), HANDED_OVER, now))
                .toList();
        return wanted.isEmpty() ? Optional.empty() : Optional.of(receipt(posting, sender.get(), wanted, now));
    }

    private Receipt receipt(Posting posting, Mailbox sender, List<ReportedRecipient> wanted, Instant now)
            throws IOException {
        Message message = posting.mail().message();
        DeliveryStatusNotice notice = new DeliveryStatusNotice(ids.next(), sender, message, posting.mail().arrived(),
                now, wanted);
        return new Receipt(
                new Posting(MailQueue.INCOMING, composer.compose(notice),
                        posting.duplicateKey().map(key -> key + ">notice")),
                events.about(message, EventKind.BOUNCED)
                        .to(List.of(Recipient.of(sender)))
                        .detail("delivered: notice " + notice.id())
                        .event());
    }
}
