package org.postern.wiring;

import org.postern.config.Setting;
import org.postern.config.Settings;
import org.postern.config.file.Configuration;
import org.postern.config.rule.RetryRule;
import org.postern.delivery.outcome.RetryPlan;
import org.postern.delivery.outcome.RetryPlans;
import org.postern.delivery.outcome.RetrySchedule;
import org.postern.delivery.outcome.RetrySettings;
import org.postern.queue.DeferralKind;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When mail is tried again: the settings, and the rules for some recipients, which need only say what is different for them. */
final class RetryWiring {
    private static final double PER_CENT = 100.0;
    private static final Map<DeferralKind, List<Duration>> OWN = Map.of(
            DeferralKind.NETWORK, minutes(1, 5, 10, 30, 60, 120),
            DeferralKind.GREYLISTED, minutes(1, 3, 6, 15, 60, 240),
            DeferralKind.FULL, minutes(30, 120, 240, 480),
            DeferralKind.POLICY, minutes(5, 15, 60, 240));

    private final Settings settings;

    private RetryWiring(Settings settings) {
        this.settings = settings;
    }

    static RetryPlans plans(Configuration configuration) {
        RetryWiring wiring = new RetryWiring(configuration.settings());
        return new RetryPlans(
                configuration.retryRules()
                        .stream()
                        .map(rule -> new RetryPlans.Rule(rule.recipients(), wiring.plan(rule)))
                        .toList(),
                wiring.usual());
    }

    private RetryPlan usual() {
        Duration expiry = settings.get(RetrySettings.EXPIRY);
        Map<DeferralKind, RetrySchedule> kinds = new EnumMap<>(DeferralKind.class);
        OWN.forEach((kind, own) -> {
            List<Duration> set = settings.get(setting(kind));
            if (!set.isEmpty()) {
                kinds.put(kind, schedule(set, expiry));
            } else if (!settings.given().containsKey(RetrySettings.SCHEDULE.key())) {
                kinds.put(kind, schedule(own, expiry));
            }
        });
        return new RetryPlan(schedule(settings.get(RetrySettings.SCHEDULE), expiry), kinds,
                notice(settings.get(RetrySettings.DELAY_NOTICE)));
    }

    private RetryPlan plan(RetryRule rule) {
        RetryPlan usual = usual();
        Duration expiry = rule.expiry().orElse(usual.usual().expiry());
        Map<DeferralKind, RetrySchedule> kinds = new EnumMap<>(DeferralKind.class);
        if (rule.schedule().isEmpty()) {
            usual.kinds().forEach((kind, schedule) -> kinds.put(kind, schedule(schedule.steps(), expiry)));
        }
        rule.kinds().forEach((kind, steps) -> kinds.put(kind(kind), schedule(steps, expiry)));
        return new RetryPlan(schedule(rule.schedule().orElse(usual.usual().steps()), expiry), kinds,
                rule.delayNotice().map(RetryWiring::notice).orElse(usual.delayNotice()));
    }

    private static Optional<Duration> notice(Duration after) {
        return after.isZero() ? Optional.empty() : Optional.of(after);
    }

    private RetrySchedule schedule(List<Duration> steps, Duration expiry) {
        return new RetrySchedule(steps, expiry, settings.get(RetrySettings.JITTER) / PER_CENT);
    }

    private static DeferralKind kind(RetryRule.Kind kind) {
        return switch (kind) {
            case NETWORK -> DeferralKind.NETWORK;
            case GREYLISTED -> DeferralKind.GREYLISTED;
            case FULL -> DeferralKind.FULL;
            case POLICY -> DeferralKind.POLICY;
        };
    }

    private static Setting<List<Duration>> setting(DeferralKind kind) {
        return switch (kind) {
            case NETWORK -> RetrySettings.NETWORK;
            case GREYLISTED -> RetrySettings.GREYLISTED;
            case FULL -> RetrySettings.FULL;
            case POLICY -> RetrySettings.POLICY;
            case NOT_TRIED, OTHER -> RetrySettings.SCHEDULE;
        };
    }

    private static List<Duration> minutes(int... minutes) {
        return Arrays.stream(minutes).mapToObj(Duration::ofMinutes).toList();
    }
}
