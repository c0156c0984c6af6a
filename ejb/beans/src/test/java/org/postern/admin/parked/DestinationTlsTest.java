package org.postern.admin.parked;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.catalogue.SettingsCatalogue;
import org.postern.config.file.Configuration;
import org.postern.config.rule.TlsPolicy;
import org.postern.config.rule.TlsRule;
import org.postern.config.Settings;
import org.postern.delivery.sts.KnownPolicies;
import org.postern.delivery.sts.KnownPolicy;
import org.postern.delivery.sts.StsPolicy;
import org.postern.delivery.TlsMemory;
import org.postern.routing.Destination;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is told of TLS without anybody being asked. */
class DestinationTlsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** Policies that are remembered. */
    private static final class Remembered implements KnownPolicies {
        private final KnownPolicy policy = new KnownPolicy("sts.example", "id1",
                new StsPolicy(StsPolicy.Mode.ENFORCE, List.of("*.sts.example"), Duration.ofDays(1)), NOON, NOON);

        @Override
        public Optional<KnownPolicy> find(String domain) {
            return Optional.of(policy).filter(one -> one.domain().equals(domain));
        }

        @Override
        public void keep(KnownPolicy policy) {
            throw new AssertionError("a look changes nothing");
        }

        @Override
        public List<KnownPolicy> due(Instant now, Instant usedSince, int most) {
            return List.of();
        }

        @Override
        public void postpone(String domain, Instant until) {
            throw new AssertionError("a look changes nothing");
        }

        @Override
        public int forget(Instant before) {
            throw new AssertionError("a look changes nothing");
        }
    }

    private static TlsView of(String destination, String usual, Duration later) {
        Configuration configuration = new Configuration(
                new Settings(SettingsCatalogue.ALL, Map.of("delivery.tls", usual)), List.of(), List.of(),
                List.of(new TlsRule(TlsRule.domains(".partner.example"), TlsPolicy.VERIFY, List.of(),
                        Optional.empty())),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        InstantSource clock = InstantSource.fixed(NOON.plus(later));
        return new DestinationTls(new TlsMemory(clock), new Remembered(), configuration, clock)
                .of(Destination.parse(destination));
    }

    @Test
    void theTableOfTheOperatorCountsBeforeWhatTheDomainPublishes() {
        TlsView view = of("mx:mail.partner.example", "may", Duration.ZERO);
        assertThat(view.policy()).isEqualTo(TlsPolicy.VERIFY);
        assertThat(view.rule()).contains(".partner.example");
        assertThat(of("smart:a.partner.example", "encrypt", Duration.ZERO).policy()).isEqualTo(TlsPolicy.ENCRYPT);
    }

    @Test
    void aPolicyOfTheDomainIsToldWhileItCounts() {
        assertThat(of("mx:sts.example", "may", Duration.ZERO).sts()).contains(new TlsView.Sts("id1",
                StsPolicy.Mode.ENFORCE, List.of("*.sts.example"), NOON, NOON.plus(Duration.ofDays(1))));
        assertThat(of("mx:sts.example", "may", Duration.ofDays(1)).sts()).isEmpty();
        assertThat(of("mx:sts.example", "none", Duration.ZERO).sts()).isEmpty();
        assertThat(of("host:sts.example:25", "may", Duration.ZERO).sts()).isEmpty();
    }
}
