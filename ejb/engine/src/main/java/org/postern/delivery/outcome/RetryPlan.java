package org.postern.delivery.outcome;

import org.postern.queue.DeferralKind;
import org.postern.queue.QueuedMail;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long mail is tried, at what times, and when its sender is told that it takes longer.
 *
 * @param usual the schedule of whatever has none of its own
 * @param kinds schedules of some kinds of "later"
 * @param delayNotice how long after its arrival the sender is told once that it takes longer; empty for never
 */
public record RetryPlan(RetrySchedule usual, Map<DeferralKind, RetrySchedule> kinds, Optional<Duration> delayNotice) {
    public RetryPlan {
        kinds = Map.copyOf(kinds);
    }

    /** {@return a plan in which all are treated alike, and nobody is told of delays} */
    public static RetryPlan of(RetrySchedule schedule) {
        return new RetryPlan(schedule, Map.of(), Optional.empty());
    }

    /**
     * {@return when the next attempt is due, no later than the end; empty if there is none any more}
     *
     * @param attempts how many were made so far, at least one
     * @param reply what was said at the last one
     */
    public Optional<Instant> next(QueuedMail mail, int attempts, String reply, Instant now, RandomGenerator random) {
        RetrySchedule schedule = kinds.getOrDefault(DeferralKind.of(reply, attempts), usual);
        return isOver(mail, now)
                ? Optional.empty()
                : schedule.next(mail.arrived(), attempts, now, random).map(due -> earlier(due, end(mail)));
    }

    /** {@return whether the time of this mail is over, by our patience or by its sender's wish} */
    public boolean isOver(QueuedMail mail, Instant now) {
        return !now.isBefore(end(mail));
    }

    /** {@return when its time is over} */
    public Instant end(QueuedMail mail) {
        Instant ours = mail.arrived().plus(usual.expiry());
        return mail.arrival().expires().map(theirs -> earlier(theirs, ours)).orElse(ours);
    }

    /** {@return whether the sender is to be told now that it takes longer} */
    public boolean isDelayDue(QueuedMail mail, Instant now) {
        return !mail.course().delayTold()
                && delayNotice.filter(delay -> !now.isBefore(mail.arrived().plus(delay))).isPresent();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
