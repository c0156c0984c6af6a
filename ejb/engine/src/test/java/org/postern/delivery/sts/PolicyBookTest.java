package org.postern.delivery.sts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postern.delivery.KnownNames;
import org.postern.delivery.SetClock;
import org.postern.delivery.host.NextServer;
import org.postern.delivery.host.Turns;
import org.postern.delivery.sts.PolicyFetcher.Document;
import org.postern.delivery.sts.PolicyFetcher.Failed;
import org.postern.delivery.sts.PolicyFetcher.Fetched;
import org.postern.delivery.tls.TlsFault;
import org.postern.dns.TextAnswer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A book that many ask at once. */
@Timeout(60)
class PolicyBookTest {
    private static final String SLOW = "slow.example";
    private static final Turns NOBODY = new Turns() {
        @Override
        public List<NextServer> turnTo(List<NextServer> servers) {
            return List.of();
        }

        @Override
        public void stayWith(NextServer server) {
            throw new AssertionError("nobody's turn");
        }

        @Override
        public void leave() {
            // was nowhere
        }
    };

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answers = new CountDownLatch(1);
    private final Map<String, Integer> fetches = new ConcurrentHashMap<>();
    private final Map<String, KnownPolicy> kept = new ConcurrentHashMap<>();
    private final SetClock clock = new SetClock();
    private final KnownNames names = new KnownNames().address("mta-sts." + SLOW, "192.0.2.1");
    private String id = "1";
    private final PolicyBook book = new PolicyBook(name -> new TextAnswer.Found(List.of("v=STSv1; id=" + id)), names,
            this::fetch, new Memory(), (policy, host, fault) -> {
            }, clock);

    private Fetched fetch(String domain) {
        fetches.merge(domain, 1, Integer::sum);
        if (!domain.equals(SLOW)) {
            return new Document("version: STSv1\nmode: enforce\nmx: mx.example.net\nmax_age: 86400");
        }
        try {
            asked.countDown();
            answers.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Failed(TlsFault.STS_POLICY_FETCH_ERROR, "no answer in time");
    }

    private CompletableFuture<Optional<KnownPolicy>> askSlowOne() {
        CompletableFuture<Optional<KnownPolicy>> answer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> answer.complete(book.of(SLOW)));
        return answer;
    }

    @Test
    void keepsNobodyWaitingForThePolicyHostOfAnotherDomain() throws InterruptedException {
        CompletableFuture<Optional<KnownPolicy>> slow = askSlowOne();
        asked.await();
        for (int i = 0; i < 500; i++) {
            assertThat(book.of("d" + i + ".example")).isPresent();
        }
        assertThat(slow).isNotDone();
        answers.countDown();
        assertThat(slow.join()).isEmpty();
    }

    @Test
    void fetchesOnceHoweverManyWantIt() throws InterruptedException {
        List<CompletableFuture<Optional<KnownPolicy>>> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(askSlowOne());
        }
        asked.await();
        answers.countDown();
        assertThat(many).allSatisfy(one -> assertThat(one.join()).isEmpty());
        assertThat(fetches).containsEntry(SLOW, 1);
    }

    @Test
    void makesDoWithWhatWasKnownWhileSomebodyAsks() throws InterruptedException {
        kept.put(SLOW, new KnownPolicy(SLOW, "1",
                new StsPolicy(StsPolicy.Mode.ENFORCE, List.of("mx.example.net"), Duration.ofDays(7)), clock.instant(),
                clock.instant()));
        assertThat(book.of(SLOW)).isPresent();
        id = "2";
        clock.pass(Duration.ofMinutes(2));
        assertThat(book.isLearned(SLOW)).isFalse();
        CompletableFuture<Optional<KnownPolicy>> slow = askSlowOne();
        asked.await();
        assertThat(book.isLearned(SLOW)).isTrue();
        assertThat(book.of(SLOW)).isPresent();
        answers.countDown();
        assertThat(slow.join()).isPresent();
    }

    @Test
    void fetchesNothingFromAHostWhoseTurnItIsNot() {
        assertThat(book.learn(SLOW, NOBODY)).isFalse();
        assertThat(book.isLearned(SLOW)).isFalse();
        assertThat(fetches).isEmpty();
        answers.countDown();
        assertThat(book.learn(SLOW, Turns.FREE)).isTrue();
        assertThat(book.isLearned(SLOW)).isTrue();
    }

    @Test
    void keepsToThePolicyItHasWhereItIsNotTheTurnOfItsHost() {
        kept.put(SLOW, new KnownPolicy(SLOW, "0",
                new StsPolicy(StsPolicy.Mode.ENFORCE, List.of("mx.example.net"), Duration.ofDays(7)), clock.instant(),
                clock.instant()));
        assertThat(book.learn(SLOW, NOBODY)).isTrue();
        assertThat(book.of(SLOW)).isPresent();
        assertThat(fetches).isEmpty();
    }

    /** What a database would do. */
    private final class Memory implements KnownPolicies {
        @Override
        public Optional<KnownPolicy> find(String domain) {
            return Optional.ofNullable(kept.get(domain));
        }

        @Override
        public void keep(KnownPolicy policy) {
            kept.put(policy.domain(), policy);
        }

        @Override
        public List<KnownPolicy> due(Instant now, Instant usedSince, int most) {
            return List.of();
        }

        @Override
        public void postpone(String domain, Instant until) {
            throw new AssertionError("nothing is due");
        }

        @Override
        public int forget(Instant before) {
            return 0;
        }
    }
}
