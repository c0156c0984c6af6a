package org.postern.delivery.sts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.delivery.KnownNames;
import org.postern.delivery.host.NextServer;
import org.postern.delivery.sts.PolicyFetcher.Document;
import org.postern.delivery.sts.PolicyFetcher.Failed;
import org.postern.delivery.sts.PolicyFetcher.Fetched;
import org.postern.delivery.tls.StsDemand;
import org.postern.delivery.tls.TlsDemand;
import org.postern.delivery.tls.TlsFault;
import org.postern.delivery.tls.TlsPolicies.Decision;
import org.postern.delivery.tls.TlsPolicies.Demanded;
import org.postern.delivery.tls.TlsPolicies.Unusable;
import org.postern.dns.NoData;
import org.postern.dns.Temporary;
import org.postern.dns.TextAnswer;
import org.postern.mail.Domain;
import org.postern.routing.Destination;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class StsPoliciesTest {
    private static final Fetched BROKEN = new Failed(TlsFault.STS_POLICY_FETCH_ERROR, "status 500");

    private final Map<String, KnownPolicy> kept = new HashMap<>();
    private final List<String> counted = new ArrayList<>();
    private final Memory memory = new Memory();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private TextAnswer announced = id("1");
    private Fetched file = policy("enforce", 86_400);
    private int fetches;
    private TlsDemand usual = new TlsDemand.May();
    private StsPolicies policies;
    private PolicyBook book;

    /** What a database would do. */
    private final class Memory implements KnownPolicies {
        private boolean gone;

        @Override
        public Optional<KnownPolicy> find(String domain) {
            if (gone) {
                throw new IllegalStateException("no database");
            }
            return Optional.ofNullable(kept.get(domain));
        }

        @Override
        public void keep(KnownPolicy policy) {
            if (gone) {
                throw new IllegalStateException("no database");
            }
            kept.put(policy.domain(), policy);
        }

        @Override
        public List<KnownPolicy> due(Instant time, Instant usedSince, int most) {
            return kept.values()
                    .stream()
                    .filter(policy -> !policy.refreshAt().isAfter(time) && !policy.used().isBefore(usedSince))
                    .toList();
        }

        @Override
        public void postpone(String domain, Instant until) {
            counted.add("later " + domain);
        }

        @Override
        public int forget(Instant before) {
            kept.values().removeIf(policy -> policy.end().isBefore(before));
            return 0;
        }
    }

    @BeforeEach
    void start() {
        book = new PolicyBook(name -> announced, new KnownNames(), domain -> {
            fetches++;
            return file;
        }, memory, (policy, host, fault) -> counted.add(fault.orElseThrow().word()), () -> now);
        policies = new StsPolicies(book, (destination, server) -> new Demanded(usual));
    }

    private static TextAnswer id(String id) {
        return new TextAnswer.Found(List.of("v=STSv1; id=" + id));
    }

    private static Fetched policy(String mode, long age) {
        return new Document("version: STSv1\nmode: " + mode + "\nmx: mx.example.net\nmax_age: " + age);
    }

    private Decision decide(String host) {
        return policies.decide(new Destination.MailExchangers(new Domain("example.net")),
                new NextServer(host, InetAddress.ofLiteral("192.0.2.1"), 25));
    }

    private String demanded() {
        return ((Demanded) decide("mx.example.net")).demand().toString();
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    @Test
    void enforcesWhatIsToBeEnforced() {
        assertThat(demanded()).isEqualTo("mta-sts 1, enforced");
        assertThat(decide("mx.elsewhere.example")).isInstanceOfSatisfying(Unusable.class,
                unusable -> assertThat(unusable.reply().toString()).startsWith("451 4.7.5").contains("does not name"));
    }

    @Test
    void testingNeverBlocks() {
        file = policy("testing", 86_400);
        assertThat(demanded()).isEqualTo("mta-sts 1, tested");
        Demanded unlisted = (Demanded) decide("mx.elsewhere.example");
        assertThat(unlisted.demand()).isInstanceOfSatisfying(StsDemand.class,
                demand -> assertThat(demand.listed()).isFalse());
    }

    @Test
    void testingDoesNotLessenWhatTheOperatorWants() {
        file = policy("testing", 86_400);
        usual = new TlsDemand.Encrypt();
        assertThat(demanded()).isEqualTo("encrypt");
    }

    @Test
    void withoutAnnouncementOrWithModeNoneThereIsNoPolicy() {
        announced = new NoData();
        assertThat(demanded()).isEqualTo("may");
        assertThat(fetches).isZero();
        later(Duration.ofMinutes(2));
        announced = id("1");
        file = policy("none", 86_400);
        assertThat(demanded()).isEqualTo("may");
    }

    @Test
    void remembersWithoutAskingAgain() {
        demanded();
        later(Duration.ofHours(1));
        demanded();
        assertThat(fetches).isOne();
        assertThat(kept).containsKey("example.net");
    }

    @Test
    void whatWasFetchedOnceCountsWhateverBecomesOfItsAnnouncement() {
        demanded();
        later(Duration.ofHours(1));
        announced = new Temporary("SERVFAIL");
        assertThat(demanded()).isEqualTo("mta-sts 1, enforced");
        later(Duration.ofHours(1));
        announced = new NoData();
        assertThat(demanded()).isEqualTo("mta-sts 1, enforced");
    }

    @Test
    void itsTimeIsOverOneDay() {
        demanded();
        announced = new NoData();
        later(Duration.ofDays(2));
        assertThat(demanded()).isEqualTo("may");
    }

    @Test
    void aNewIdIsFetchedAndAFailingFetchLeavesTheOldOne() {
        demanded();
        later(Duration.ofHours(1));
        announced = id("2");
        file = BROKEN;
        assertThat(demanded()).isEqualTo("mta-sts 1, enforced");
        assertThat(counted).containsExactly("sts-policy-fetch-error");
        later(Duration.ofMinutes(2));
        demanded();
        assertThat(fetches).isEqualTo(2);
        later(Duration.ofMinutes(5));
        file = policy("enforce", 86_400);
        assertThat(demanded()).isEqualTo("mta-sts 2, enforced");
    }

    @Test
    void whatIsNoPolicyIsNone() {
        file = new Document("<html>");
        assertThat(demanded()).isEqualTo("may");
        assertThat(counted).containsExactly("sts-policy-invalid");
    }

    @Test
    void isFetchedAgainBeforeItsTimeIsOver() {
        demanded();
        book.refresh(10);
        assertThat(fetches).isOne();
        later(Duration.ofHours(13));
        book.refresh(10);
        assertThat(fetches).isEqualTo(2);
        later(Duration.ofHours(13));
        file = BROKEN;
        book.refresh(10);
        assertThat(counted).contains("later example.net");
        assertThat(demanded()).isEqualTo("mta-sts 1, enforced");
    }

    @Test
    void worksWithoutADatabase() {
        memory.gone = true;
        assertThat(demanded()).isEqualTo("mta-sts 1, enforced");
        later(Duration.ofMinutes(2));
        assertThat(demanded()).isEqualTo("mta-sts 1, enforced");
    }
}
