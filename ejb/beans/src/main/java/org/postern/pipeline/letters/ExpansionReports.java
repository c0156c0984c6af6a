package org.postern.pipeline.letters;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.broker.ReceivedMail;
import org.postern.delivery.outcome.Action;
import org.postern.delivery.outcome.DeliveryStatusNotice;
import org.postern.delivery.outcome.Diagnosis;
import org.postern.delivery.outcome.ReportedRecipient;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.mail.Message;
import org.postern.mail.QueueIds;
import org.postern.mail.Recipient;
import org.postern.notice.NoticeComposer;
import org.postern.queue.MailQueue;
import org.postern.queue.Posting;
import org.postern.queue.QueuedMail;
import org.postern.routing.Expansion;
import org.postern.smtp.Reply;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Tells senders who want to hear of success what became of recipients that stand for several others: an alias was expanded, and a list
 * has the message (RFC 3461, 5.2.7; RFC 3464, 2.3.3). Of the others they hear no success.
 */
@Singleton
public class ExpansionReports {
    private final NoticeComposer composer;
    private final QueueIds ids;
    private final EventSource events;
    private final InstantSource clock;

    @Inject
    ExpansionReports(NoticeComposer composer, QueueIds ids, EventSource events, InstantSource clock) {
        this.composer = composer;
        this.ids = ids;
        this.events = events;
        this.clock = clock;
    }

    /** A report, and the event that tells of it. */
    public record Report(Posting posting, Event event) {}

    /**
     * {@return what is to be told, if anything}
     *
     * @throws IOException when the content cannot be read
     */
    public Optional<Report> of(ReceivedMail received, List<Expansion> expansions) throws IOException {
        Instant now = clock.instant();
        List<ReportedRecipient> wanted = expansions.stream()
                .filter(Expansion::isWide)
                .map(expansion -> told(expansion, now))
                .filter(ReportedRecipient::isNoticeWanted)
                .toList();
        Message message = received.mail().message();
        if (wanted.isEmpty() || message.envelope().reversePath().isNull()) {
            return Optional.empty();
        }
        DeliveryStatusNotice notice = new DeliveryStatusNotice(ids.next(),
                message.envelope().reversePath().mailbox().orElseThrow(), message, received.mail().arrived(), now,
                wanted);
        QueuedMail mail = composer.compose(notice);
        return Optional.of(new Report(
                new Posting(MailQueue.INCOMING, mail, Optional.of(received.delivery() + ">expanded")),
                events.about(message, EventKind.BOUNCED)
                        .to(List.of(Recipient.of(notice.to())))
                        .detail("expanded: notice " + notice.id())
                        .event()));
    }

    private static ReportedRecipient told(Expansion expansion, Instant now) {
        boolean list = expansion.by().isList();
        Reply reply = Reply.of(250, "2.1.5",
                list ? "handed to a mailing list" : "expanded to " + expansion.ends() + " mailboxes");
        return new ReportedRecipient(expansion.original(), list ? new Action.Delivered() : new Action.Expanded(),
                new Diagnosis.Local(Optional.empty(), reply), now);
    }
}
