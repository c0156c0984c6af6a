package org.postern.store.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.delivery.report.TlsCount;
import org.postern.delivery.report.TlsFigures;
import org.postern.delivery.report.TlsTally;
import org.postern.delivery.sts.KnownPolicies;
import org.postern.delivery.sts.KnownPolicy;
import org.postern.delivery.sts.StsPolicy;
import org.postern.delivery.tls.PublishedPolicy;
import org.postern.delivery.tls.TlsFault;
import org.postern.store.TestDatabase;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

class JpaTlsPoliciesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final TestDatabase DATABASE = new TestDatabase();
    private static final PublishedPolicy POLICY = new PublishedPolicy(PublishedPolicy.Kind.STS, "example.net",
            List.of("version: STSv1", "mode: testing"), List.of("mx.example.net"));

    private final KnownPolicies policies = DATABASE.inTransactions(KnownPolicies.class, JpaKnownPolicies::new);
    private final TlsFigures figures = DATABASE.inTransactions(TlsFigures.class, JpaTlsFigures::new);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static KnownPolicy policy(String domain, String id) {
        StsPolicy says = new StsPolicy(StsPolicy.Mode.ENFORCE, List.of("mx.example.net", "*.example.org"),
                Duration.ofDays(7));
        return new KnownPolicy(domain, id, says, NOON, NOON);
    }

    private void count(TlsTally tally, int times, Optional<TlsFault> fault) {
        for (int i = 0; i < times; i++) {
            tally.count(POLICY, "MX.example.net", fault);
        }
        tally.storeIn(figures);
    }

    @Test
    void aPolicyIsKeptAsItIs() {
        policies.keep(policy("example.net", "1"));
        assertThat(policies.find("example.net")).contains(policy("example.net", "1"));
        assertThat(policies.find("example.org")).isEmpty();
        policies.keep(policy("example.net", "2"));
        assertThat(policies.find("example.net")).contains(policy("example.net", "2"));
    }

    @Test
    void aPolicyIsDueForAFetchOnceADayIfItIsUsed() {
        policies.keep(policy("example.net", "1"));
        Instant next = NOON.plus(Duration.ofDays(1));
        assertThat(policies.due(next.minusSeconds(1), NOON, 10)).isEmpty();
        assertThat(policies.due(next, NOON, 10)).hasSize(1);
        assertThat(policies.due(next, NOON.plusSeconds(1), 10)).isEmpty();
        policies.postpone("example.net", next.plusSeconds(60));
        assertThat(policies.due(next, NOON, 10)).isEmpty();
    }

    @Test
    void aPolicyIsForgottenWhenItsTimeIsOver() {
        policies.keep(policy("example.net", "1"));
        assertThat(policies.forget(NOON.plus(Duration.ofDays(7)))).isZero();
        assertThat(policies.forget(NOON.plus(Duration.ofDays(8)))).isOne();
    }

    @Test
    void countsOfADayAddUpForEachNodeApart() {
        TlsTally one = new TlsTally(() -> NOON, "one");
        TlsTally two = new TlsTally(() -> NOON, "two");
        count(one, 3, Optional.empty());
        count(one, 2, Optional.empty());
        count(two, 1, Optional.of(TlsFault.CERTIFICATE_EXPIRED));
        assertThat(figures.of(DAY, "example.net")).containsExactlyInAnyOrder(
                new TlsCount(DAY, POLICY, "mx.example.net", Optional.empty(), 5),
                new TlsCount(DAY, POLICY, "mx.example.net", Optional.of(TlsFault.CERTIFICATE_EXPIRED), 1));
        assertThat(figures.domains(DAY, "", 10)).containsExactly("example.net");
        assertThat(figures.domains(DAY, "example.net", 10)).isEmpty();
        assertThat(figures.forget(DAY)).isZero();
        assertThat(figures.forget(DAY.plusDays(1))).isEqualTo(2);
    }

    @Test
    void countsAreNotLostWhileTheyCannotBeStored() {
        TlsTally tally = new TlsTally(() -> NOON, "one");
        tally.count(POLICY, "mx.example.net", Optional.empty());
        TlsFigures gone = (TlsFigures) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[]{TlsFigures.class}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("no database");
                });
        assertThatThrownBy(() -> tally.storeIn(gone)).hasMessage("no database");
        count(tally, 1, Optional.empty());
        assertThat(figures.of(DAY, "example.net").getFirst().sessions()).isEqualTo(2);
    }

    @Test
    void whatIsTooLongIsCutAtALine() {
        PublishedPolicy large = new PublishedPolicy(PublishedPolicy.Kind.TLSA, "example.net",
                List.of("3 1 1 " + "ab".repeat(32), "3 0 0 " + "ab".repeat(4000)), List.of());
        figures.add("one", List.of(new TlsCount(DAY, large, "", Optional.of(TlsFault.DNSSEC_INVALID), 1)));
        assertThat(figures.of(DAY, "example.net").getFirst().policy().lines()).hasSize(1);
    }
}
