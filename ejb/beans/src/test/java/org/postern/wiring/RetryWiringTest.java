package org.postern.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.Settings;
import org.postern.config.catalogue.SettingsCatalogue;
import org.postern.config.file.Configuration;
import org.postern.config.rule.RecipientPattern;
import org.postern.config.rule.RetryRule;
import org.postern.delivery.outcome.RetryPlan;
import org.postern.delivery.outcome.RetryPlans;
import org.postern.queue.DeferralKind;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class RetryWiringTest {
    private static final RecipientPattern RECIPIENTS = RecipientPattern.parse("example.org");

    private static RetryPlan usual(Map<String, String> settings) {
        return plans(settings, List.of()).usual();
    }

    private static RetryPlan ruled(Map<String, String> settings, RetryRule rule) {
        return plans(settings, List.of(rule)).rules().getFirst().plan();
    }

    private static RetryPlans plans(Map<String, String> settings, List<RetryRule> rules) {
        return RetryWiring.plans(
                new Configuration(new Settings(SettingsCatalogue.ALL, settings), List.of(), List.of(), List.of(),
                        List.of(), rules, List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    private static List<Duration> steps(RetryPlan plan, DeferralKind kind) {
        return plan.kinds().getOrDefault(kind, plan.usual()).steps();
    }

    private static List<Duration> minutes(int... minutes) {
        return Arrays.stream(minutes).mapToObj(Duration::ofMinutes).toList();
    }

    @Test
    void eachKindHasADefaultOfItsOwn() {
        RetryPlan usual = usual(Map.of());
        assertThat(steps(usual, DeferralKind.OTHER)).isEqualTo(minutes(1, 5, 15, 60, 240));
        assertThat(steps(usual, DeferralKind.FULL)).isEqualTo(minutes(30, 120, 240, 480));
        assertThat(usual.delayNotice()).contains(Duration.ofHours(4));
        assertThat(usual.kinds().values()).allMatch(schedule -> schedule.expiry().equals(Duration.ofDays(5)));
    }

    @Test
    void aScheduleThatIsSetCountsForAllKindsThatHaveNoneOfTheirOwn() {
        RetryPlan usual = usual(Map.of("retry.schedule", "2m", "retry.full", "3h", "retry.delay-notice", "0s"));
        assertThat(steps(usual, DeferralKind.NETWORK)).isEqualTo(minutes(2));
        assertThat(steps(usual, DeferralKind.GREYLISTED)).isEqualTo(minutes(2));
        assertThat(steps(usual, DeferralKind.FULL)).isEqualTo(minutes(180));
        assertThat(usual.delayNotice()).isEmpty();
    }

    @Test
    void aRuleSaysOnlyWhatIsDifferent() {
        RetryPlan plan = ruled(Map.of(), new RetryRule(RECIPIENTS, Optional.empty(),
                Map.of(RetryRule.Kind.POLICY, minutes(9)), Optional.of(Duration.ofDays(1)), Optional.empty()));
        assertThat(steps(plan, DeferralKind.OTHER)).isEqualTo(minutes(1, 5, 15, 60, 240));
        assertThat(steps(plan, DeferralKind.FULL)).isEqualTo(minutes(30, 120, 240, 480));
        assertThat(steps(plan, DeferralKind.POLICY)).isEqualTo(minutes(9));
        assertThat(plan.usual().expiry()).isEqualTo(Duration.ofDays(1));
        assertThat(plan.kinds().values()).allMatch(schedule -> schedule.expiry().equals(Duration.ofDays(1)));
        assertThat(plan.delayNotice()).contains(Duration.ofHours(4));
    }

    @Test
    void theScheduleOfARuleCountsForAllKindsThatItDoesNotName() {
        RetryPlan plan = ruled(Map.of("retry.full", "3h"), new RetryRule(RECIPIENTS, Optional.of(minutes(7)),
                Map.of(RetryRule.Kind.GREYLISTED, minutes(1)), Optional.empty(), Optional.of(Duration.ZERO)));
        assertThat(steps(plan, DeferralKind.FULL)).isEqualTo(minutes(7));
        assertThat(steps(plan, DeferralKind.GREYLISTED)).isEqualTo(minutes(1));
        assertThat(plan.delayNotice()).isEmpty();
    }
}
