package org.postern.delivery;

import org.postern.event.EventSource;
import org.postern.mail.QueueIds;
import org.postern.queue.QueuedMail;
import org.postern.smtp.Reply;

import java.time.Instant;
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
    private final EventSource source;

    public AfterAttempt(RetrySchedule schedule, RandomGenerator random, QueueIds ids, EventSource source) {
        this.schedule = schedule;
        this.random = random;
        this.ids = ids;
        this.source = source;
    }

    /**
     * {@return what follows from an attempt that ended now}
     *
     * @param taking names the taking of the mail from its queue; the keys of what follows are made from it
     */
    public NextSteps after(String taking, QueuedMail mail, Attempt attempt, Instant now) {
        Consequences consequences = new Consequences(taking, mail, now, source);
        consequences.deliver(attempt.results().stream().filter(RecipientResult::isDelivered).toList());
        consequences.fail(attempt.results().stream().filter(RecipientResult::isFailed).toList(), false);
        List<RecipientResult> deferred = attempt.results().stream().filter(RecipientResult::isDeferred).toList();
        if (!deferred.isEmpty()) {
            consequences.defer(deferred);
            int attempts = mail.attempts() + 1;
            schedule.next(mail.arrived(), attempts, now, random)
                    .ifPresentOrElse(due -> consequences.await(deferred, attempts, due),
                            () -> consequences.fail(deferred, true));
        }
        return consequences.nextSteps(ids);
    }

    /** {@return what follows from a gate that let nothing through} */
    public NextSteps notTried(String taking, QueuedMail mail, DestinationGate.Shut shut, Instant now) {
        Consequences consequences = new Consequences(taking, mail, now, source);
        List<RecipientResult> untried = untried(mail, shut);
        if (schedule.isOver(mail.arrived(), now)) {
            consequences.fail(untried, true);
        } else {
            consequences.await(untried, mail.attempts(), shut.until());
        }
        return consequences.nextSteps(ids);
    }

    private static List<RecipientResult> untried(QueuedMail mail, DestinationGate.Shut shut) {
        Reply reply = Reply.of(451, "4.4.1", "not tried: " + shut.reason());
        Diagnosis diagnosis = new Diagnosis.Local(Optional.empty(), reply);
        return mail.message()
                .envelope()
                .recipients()
                .stream()
                .map(recipient -> new RecipientResult(recipient, diagnosis))
                .toList();
    }
}
