package org.postern.delivery.outcome;

import org.postern.event.EventSource;
import org.postern.mail.Message;
import org.postern.mail.QueueIds;
import org.postern.mail.Recipient;
import org.postern.queue.MailQueue;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.queue.QueuedMail;
import org.postern.smtp.Reply;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The next steps of one taking of mail, as they come to be known. Their keys are made from the taking. */
final class Consequences {
    /** When to try again to tell a sender who could not be told. */
    private static final Duration UNTOLD = Duration.ofMinutes(1);

    private final String taking;
    private final QueuedMail mail;
    private final Instant now;
    private final DeliveryEvents events;
    private final List<ReportedRecipient> told = new ArrayList<>();
    private Optional<ParkedMessage> parked = Optional.empty();

    Consequences(String taking, QueuedMail mail, Instant now, EventSource source) {
        this.taking = taking;
        this.mail = mail;
        this.now = now;
        this.events = new DeliveryEvents(source, taking, mail);
    }

    void deliver(List<RecipientResult> results) {
        events.delivered(results);
        for (RecipientResult result : results) {
            if (result.diagnosis() instanceof Diagnosis.Taken taken) {
                success(taken.handover()).ifPresent(action -> tell(List.of(result), action));
            }
        }
    }

    private static Optional<Action> success(Diagnosis.Handover handover) {
        return switch (handover) {
            case REPORTS -> Optional.empty();
            case SILENT -> Optional.of(new Action.Relayed());
            case FINAL -> Optional.of(new Action.Delivered());
        };
    }

    /** Tells the sender that those who {@linkplain #await wait} have to, and until when it is tried; once. */
    void delay(List<RecipientResult> waiting, Instant until) {
        tell(waiting, new Action.Delayed(until));
        parked = parked.map(Consequences::delayTold);
    }

    private static ParkedMessage delayTold(ParkedMessage waiting) {
        return new ParkedMessage(waiting.key(), waiting.mail().withDelayTold(), waiting.reason(), waiting.due(),
                waiting.queue(), waiting.lastReply());
    }

    /** @param next when they are tried again; empty when they are given up now */
    void defer(List<RecipientResult> results, Optional<Instant> next) {
        events.deferred(results, next);
    }

    /** Lets recipients wait, so many attempts behind them. */
    void await(List<RecipientResult> waiting, int attempts, Instant due) {
        List<Recipient> recipients = waiting.stream().map(RecipientResult::recipient).toList();
        parked = Optional.of(park(">later", recipients, attempts, due, waiting.getFirst().diagnosis().reply()));
    }

    void fail(List<RecipientResult> results, boolean expired) {
        tell(results, new Action.Failed(expired));
    }

    private void tell(List<RecipientResult> results, Action action) {
        results.forEach(
                result -> told.add(new ReportedRecipient(result.recipient(), action, result.diagnosis(), now)));
    }

    private ParkedMessage park(String ending, List<Recipient> recipients, int attempts, Instant due, Reply last) {
        Message rest = mail.message().with(mail.message().envelope().to(recipients));
        return new ParkedMessage(taking + ending, mail.with(rest).tried(attempts),
                Reason.DEFERRED, Optional.of(due), queue(), last.toString());
    }

    /** What was given up before it had a way looks for one again. */
    private String queue() {
        return mail.destination().isPresent() ? mail.lane().queue() : MailQueue.INCOMING;
    }

    NextSteps nextSteps(QueueIds ids) {
        events.failed(told, mail.isExpired(now));
        parked.ifPresent(events::parked);
        Optional<NextSteps.Report> report = report(ids);
        report.map(NextSteps.Report::notice).ifPresent(events::bounced);
        return new NextSteps(events.all(), parked, report);
    }

    private Optional<NextSteps.Report> report(QueueIds ids) {
        List<ReportedRecipient> wanted = told.stream().filter(ReportedRecipient::isNoticeWanted).toList();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        return mail.message()
                .envelope()
                .reversePath()
                .mailbox()
                .map(sender -> new NextSteps.Report(
                        new DeliveryStatusNotice(ids.next(), sender, mail.message(), mail.arrived(), now, wanted),
                        taking + ">notice", untold(wanted)));
    }

    private Optional<ParkedMessage> untold(List<ReportedRecipient> wanted) {
        List<ReportedRecipient> failed = wanted.stream().filter(ReportedRecipient::isFailed).toList();
        List<Recipient> recipients = failed.stream().map(ReportedRecipient::recipient).toList();
        return failed.size() < wanted.size()
                ? Optional.empty()
                : Optional.of(park(">untold", recipients, mail.attempts(), now.plus(UNTOLD),
                        failed.getFirst().diagnosis().reply()));
    }
}
