package org.postern.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.postern.delivery.Action;
import org.postern.delivery.DeliveryStatusNotice;
import org.postern.delivery.Diagnosis;
import org.postern.delivery.Occasion;
import org.postern.delivery.ReportedRecipient;
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
@ApplicationScoped
public class Receipts {
    private static final Diagnosis HANDED_OVER = new Diagnosis.Local(Optional.empty(),
            Reply.of(250, "2.0.0", "handed over to an application"));

    @Inject
    private NoticeComposer composer;
    @Inject
    private QueueIds ids;
    @Inject
    private EventSource events;

    /** {@return the same, and what is to be posted together with it for the senders} */
    Dispatch.Dispatched with(Dispatch.Dispatched dispatched, Instant now) throws IOException {
        List<Posting> postings = new ArrayList<>(dispatched.postings());
        Dispatch.Dispatched all = new Dispatch.Dispatched(postings, new ArrayList<>(dispatched.events()),
                dispatched.nowhere(), dispatched.expansions());
        for (Posting posting : dispatched.postings()) {
            if (posting.mail().destination().filter(Destination::isApplication).isPresent()) {
                add(posting, now, all);
            }
        }
        return all;
    }

    private void add(Posting posting, Instant now, Dispatch.Dispatched all) throws IOException {
        QueuedMail mail = posting.mail();
        Message message = mail.message();
        List<ReportedRecipient> wanted = message.envelope()
                .recipients()
                .stream()
                .filter(Occasion.SUCCESS::isWantedFor)
                .map(recipient -> new ReportedRecipient(recipient, new Action.Delivered(), HANDED_OVER, now))
                .toList();
        Optional<Mailbox> sender = message.envelope().reversePath().mailbox();
        if (!wanted.isEmpty() && sender.isPresent()) {
            DeliveryStatusNotice notice = new DeliveryStatusNotice(ids.next(), sender.get(), message, mail.arrived(),
                    now,
                    wanted);
            all.postings()
                    .add(new Posting(MailQueue.INCOMING, composer.compose(notice),
                            posting.duplicateKey().map(key -> key + ">notice")));
            all.events()
                    .add(events.about(message, EventKind.BOUNCED)
                            .to(List.of(Recipient.of(sender.get())))
                            .detail("delivered: notice " + notice.id())
                            .event());
        }
    }
}
