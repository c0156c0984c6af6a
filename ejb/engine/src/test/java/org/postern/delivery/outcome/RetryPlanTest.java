package org.postern.delivery.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.delivery.Mail.NOON;

import org.junit.jupiter.api.Test;
import org.postern.config.rule.RecipientPattern;
import org.postern.delivery.Mail;
import org.postern.mail.ReversePath;
import org.postern.queue.Arrival;
import org.postern.queue.DeferralKind;
import org.postern.queue.QueuedMail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class RetryPlanTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private final RetryPlan plan = new RetryPlan(every(5),
            Map.of(DeferralKind.GREYLISTED, every(1), DeferralKind.FULL, every(60)), Optional.of(HOUR.multipliedBy(4)));
    private final QueuedMail mail = Mail.queued(Mail.to("a@example.net"), 0);

    private static RetrySchedule every(int minutes) {
        return new RetrySchedule(List.of(Duration.ofMinutes(minutes)), Duration.ofDays(5), 0);
    }

    private Optional<Instant> next(QueuedMail tried, int attempts, String reply, Instant now) {
        return plan.next(tried, attempts, reply, now, new Random(1));
    }

    private Optional<Instant> after(int minutes) {
        return Optional.of(NOON.plusSeconds(60L * minutes));
    }

    private static QueuedMail expiring(QueuedMail mail, Instant end) {
        return QueuedMail.of(mail.message(), Arrival.at(mail.arrived()).expiring(Optional.of(end)))
                .to(mail.destination());
    }

    @Test
    void takesTheScheduleOfWhatWasSaid() {
        assertThat(next(mail, 2, "450 4.2.0 greylisted, come back", NOON)).isEqualTo(after(1));
        assertThat(next(mail, 2, "452 4.2.2 mailbox full", NOON)).isEqualTo(after(60));
        assertThat(next(mail, 2, "421 4.4.2 gone", NOON)).as("a kind without a schedule of its own")
                .isEqualTo(after(5));
        assertThat(next(mail, 2, "whatever", NOON)).isEqualTo(after(5));
    }

    @Test
    void takesTheFirst451ForGreylistingAndTheSecondForWhatItIs() {
        assertThat(next(mail, 1, "451 4.3.0 later", NOON)).isEqualTo(after(1));
        assertThat(next(mail, 2, "451 4.3.0 later", NOON)).isEqualTo(after(5));
    }

    @Test
    void makesTheLastAttemptWhenTheSendersTimeIsOver() {
        QueuedMail urgent = expiring(mail, NOON.plusSeconds(90));
        assertThat(next(urgent, 2, "421 4.4.2 gone", NOON)).contains(NOON.plusSeconds(90));
        assertThat(plan.isOver(urgent, NOON.plusSeconds(89))).isFalse();
        assertThat(plan.isOver(urgent, NOON.plusSeconds(90))).isTrue();
        assertThat(next(urgent, 3, "421 4.4.2 gone", NOON.plusSeconds(90))).isEmpty();
    }

    @Test
    void triesNoLongerThanItsOwnPatienceWhateverTheSenderSays() {
        QueuedMail patient = expiring(mail, NOON.plus(Duration.ofDays(30)));
        assertThat(plan.end(patient)).isEqualTo(NOON.plus(Duration.ofDays(5)));
    }

    @Test
    void tellsOfADelayOnce() {
        Instant due = NOON.plus(HOUR.multipliedBy(4));
        assertThat(plan.isDelayDue(mail, due.minusSeconds(1))).isFalse();
        assertThat(plan.isDelayDue(mail, due)).isTrue();
        assertThat(plan.isDelayDue(mail.withDelayTold(), due)).isFalse();
        assertThat(RetryPlan.of(every(5)).isDelayDue(mail, due)).as("nobody is told").isFalse();
    }

    @Test
    void isThatOfTheFirstRuleThatMatchesTheFirstRecipient() {
        RetryPlan first = RetryPlan.of(every(7));
        RetryPlan second = RetryPlan.of(every(8));
        RetryPlans plans = new RetryPlans(List.of(new RetryPlans.Rule(RecipientPattern.parse("bulk.example"), first),
                new RetryPlans.Rule(RecipientPattern.parse("vip@bulk.example"), second),
                new RetryPlans.Rule(RecipientPattern.parse(".example"), second)), plan);
        assertThat(plans.of(Mail.queued(Mail.to("vip@BULK.example"), 0))).isSameAs(first);
        assertThat(plans.of(Mail.queued(Mail.to("a@x.example", "b@bulk.example"), 0))).isSameAs(second);
        assertThat(plans.of(mail)).isSameAs(plan);
        assertThat(plans.of(Mail.queued(Mail.from(ReversePath.NULL, List.of()), 0))).isSameAs(plan);
    }
}
