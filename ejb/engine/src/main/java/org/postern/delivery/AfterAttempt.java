package org.postern.delivery;

import org.postern.event.Event;
import org.postern.mail.Envelope;
import org.postern.mail.Message;
import org.postern.mail.QueueIds;
import org.postern.mail.Recipient;
import org.postern.queue.MailQueue;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.queue.QueuedMail;
import org.postern.smtp.Reply;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Says what follows from an attempt, or from there having been none. Deferred recipients wait for the schedule's next time, or fail
 * when there is none; failed ones are reported to the sender, unless the reverse-path is null or the sender did not want to know.
 */
public final class AfterAttempt {
    private final RetrySchedule schedule;
    private final RandomGenerator random;
    private final QueueIds ids;

    public AfterAttempt(RetrySchedule schedule, RandomGenerator random, QueueIds ids) {
        this.schedule = schedule;
        this.random = random;
        this.ids = ids;
    }

    /** {@return what follows from an attempt that ended now} */
    public NextSteps after(QueuedMail mail, Attempt attempt, Instant now) {
        DeliveryEvents events = new DeliveryEvents(ids, mail, now);
        List<RecipientResult> deferred = attempt.results().stream().filter(RecipientResult::isDeferred).toList();
        List<FailedRecipient> failed = new ArrayList<>();
        attempt.results()
                .stream()
                .filter(RecipientResult::isFailed)
                .forEach(result -> failed.add(new FailedRecipient(result.recipient(), result.diagnosis(), false, now)));

        events.delivered(attempt.results().stream().filter(RecipientResult::isDelivered).toList());
        Optional<ParkedMessage> parked = Optional.empty();
        if (!deferred.isEmpty()) {
            events.deferred(deferred);
            parked = schedule.next(mail.arrived(), mail.attempts() + 1, now, random)
                    .map(due -> park(mail, deferred, mail.attempts() + 1, due, ""));
            if (parked.isEmpty()) {
                failed.addAll(expired(deferred, now));
            }
        }
        return finish(mail, events, parked, failed, now);
    }

    /** {@return what follows from a gate that let nothing through} */
    public NextSteps notTried(QueuedMail mail, DestinationGate.Shut shut, Instant now) {
        Diagnosis diagnosis = new Diagnosis.Local(Optional.empty(),
                Reply.of(451, "4.4.1", "not tried: " + shut.reason()));
        List<RecipientResult> untried = mail.message()
                .envelope()
                .recipients()
                .stream()
                .map(recipient -> new RecipientResult(recipient, diagnosis))
                .toList();
        DeliveryEvents events = new DeliveryEvents(ids, mail, now);
        if (schedule.isOver(mail.arrived(), now)) {
            return finish(mail, events, Optional.empty(), expired(untried, now), now);
        }
        // The number of attempts stays, so the due time makes the key unlike that of the last parking.
        ParkedMessage parked = park(mail, untried, mail.attempts(), shut.until(), "/" + shut.until().toEpochMilli());
        return finish(mail, events, Optional.of(parked), List.of(), now);
    }

    private static List<FailedRecipient> expired(List<RecipientResult> deferred, Instant now) {
        return deferred.stream()
                .map(result -> new FailedRecipient(result.recipient(), result.diagnosis(), true, now))
                .toList();
    }

    private static ParkedMessage park(QueuedMail mail, List<RecipientResult> waiting, int attempts, Instant due,
            String keyEnding) {
        Message message = mail.message();
        List<Recipient> recipients = waiting.stream().map(RecipientResult::recipient).toList();
        Envelope rest = message.envelope().to(recipients);
        return new ParkedMessage(key(mail, attempts) + keyEnding,
                new QueuedMail(message.with(rest), mail.arrived(), mail.destination(), attempts), Reason.DEFERRED,
                Optional.of(due), MailQueue.OUTGOING, waiting.getFirst().diagnosis().reply().toString());
    }

    private static String key(QueuedMail mail, int attempts) {
        return mail.message().id() + "/" + mail.destination().orElseThrow() + "/" + attempts;
    }

    private NextSteps finish(QueuedMail mail, DeliveryEvents events, Optional<ParkedMessage> parked,
            List<FailedRecipient> failed, Instant now) {
        events.failed(failed);
        parked.ifPresent(events::parked);
        Optional<DeliveryStatusNotice> notice = notice(mail, failed, now);
        notice.ifPresent(events::bounced);
        List<Event> story = events.all();
        return new NextSteps(story, parked, notice);
    }

    private Optional<DeliveryStatusNotice> notice(QueuedMail mail, List<FailedRecipient> failed, Instant now) {
        List<FailedRecipient> wanted = failed.stream().filter(FailedRecipient::isNoticeWanted).toList();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        return mail.message()
                .envelope()
                .reversePath()
                .mailbox()
                .map(sender -> new DeliveryStatusNotice(ids.next(), sender, mail.message(), mail.arrived(), now, wanted,
                        key(mail, mail.attempts() + 1) + "/notice"));
    }
}
