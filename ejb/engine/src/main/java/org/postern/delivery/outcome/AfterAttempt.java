package org.postern.delivery.outcome;

import org.postern.delivery.gate.DestinationGate;
import org.postern.event.EventSource;
import org.postern.mail.QueueIds;
import org.postern.queue.DeferralKind;
import org.postern.queue.QueuedMail;
import org.postern.smtp.Reply;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Says what follows from an attempt, or from there having been none. Deferred recipients wait for the plan's next time, or fail
 * when there is none; failed ones are reported to the sender, and once those who wait for long, unless the reverse-path is null or the
 * sender did not want to know.
 */
public final class AfterAttempt {
    private final RetryPlans plans;
    private final RandomGenerator random;
    private final QueueIds ids;
    private final EventSource source;

    public AfterAttempt(RetryPlans plans, RandomGenerator random, QueueIds ids, EventSource source) {
        this.plans = plans;
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
            int attempts = mail.course().attemptsAfterNext();
            Optional<Instant> soonest = soonest(mail, deferred, attempts, now);
            consequences.defer(deferred, soonest);
            soonest.ifPresentOrElse(due -> await(consequences, mail, deferred, attempts, due, now),
                    () -> giveUp(consequences, mail, deferred, now));
        }
        return consequences.nextSteps(ids);
    }

    private Optional<Instant> soonest(QueuedMail mail, List<RecipientResult> deferred, int attempts, Instant now) {
        RetryPlan plan = plans.of(mail);
        return deferred.stream()
                .map(result -> result.diagnosis().reply().toString())
                .flatMap(reply -> plan.next(mail, attempts, reply, now, random).stream())
                .min(Comparator.naturalOrder());
    }

    private void await(Consequences consequences, QueuedMail mail, List<RecipientResult> waiting, int attempts,
            Instant due, Instant now) {
        RetryPlan plan = plans.of(mail);
        consequences.await(waiting, attempts, due);
        if (plan.isDelayDue(mail, now)) {
            consequences.delay(waiting, plan.end(mail));
        }
    }

    private static void giveUp(Consequences consequences, QueuedMail mail, List<RecipientResult> late, Instant now) {
        if (mail.isExpired(now)) {
            consequences.fail(late.stream().map(result -> unwanted(result, mail)).toList(), false);
        } else {
            consequences.fail(late, true);
        }
    }

    /** Its sender has set the time (RFC 3463, 3.5: delivery time expired). */
    private static RecipientResult unwanted(RecipientResult result, QueuedMail mail) {
        Reply reply = Reply.of(550, "5.4.7", "not delivered until " + mail.arrival().expires().orElseThrow()
                + ", when it expired by the wish of its sender; at last: " + result.diagnosis().reply());
        return new RecipientResult(result.recipient(), new Diagnosis.Local(result.diagnosis().peer(), reply));
    }

    /** {@return what follows from a gate that let nothing through} For our own fullness alone, no mail ever fails. */
    public NextSteps notTried(String taking, QueuedMail mail, DestinationGate.Shut shut, Instant now) {
        Consequences consequences = new Consequences(taking, mail, now, source);
        List<RecipientResult> untried = untried(mail, DeferralKind.NOT_TRIED_TEXT + shut.reason());
        RetryPlan plan = plans.of(mail);
        if (shut.ours() && !mail.isExpired(now)) {
            await(consequences, mail, untried, mail.attempts(), shut.until(), now);
        } else if (plan.isOver(mail, now)) {
            giveUp(consequences, mail, untried, now);
        } else {
            Instant end = plan.end(mail);
            await(consequences, mail, untried, mail.attempts(), shut.until().isBefore(end) ? shut.until() : end, now);
        }
        return consequences.nextSteps(ids);
    }

    /** {@return what follows from mail that has expired by the wish of its sender before it was tried} */
    public NextSteps expired(String taking, QueuedMail mail, Instant now) {
        Consequences consequences = new Consequences(taking, mail, now, source);
        giveUp(consequences, mail, untried(mail, "it was not tried any more"), now);
        return consequences.nextSteps(ids);
    }

    private static List<RecipientResult> untried(QueuedMail mail, String text) {
        return all(mail, Reply.of(451, "4.4.1", text));
    }

    /**
     * {@return what follows when a person gives mail up}
     *
     * @param key names the giving up; the keys of what follows are made from it
     * @param reply what its sender is told: a 5xx
     */
    public NextSteps givenUp(String key, QueuedMail mail, Reply reply, Instant now) {
        Consequences consequences = new Consequences(key, mail, now, source);
        consequences.fail(all(mail, reply), false);
        return consequences.nextSteps(ids);
    }

    private static List<RecipientResult> all(QueuedMail mail, Reply reply) {
        Diagnosis diagnosis = new Diagnosis.Local(Optional.empty(), reply);
        return mail.message()
                .envelope()
                .recipients()
                .stream()
                .map(recipient -> new RecipientResult(recipient, diagnosis))
                .toList();
    }
}
