package org.postern.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.mail.Domain;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class DigestRoundTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final InMemoryDigests digests = new InMemoryDigests();
    private final List<Digest> posted = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private int failAfter = Integer.MAX_VALUE;
    private Optional<String> unwanted = Optional.empty();
    private final List<String> passedOver = new ArrayList<>();
    private Instant now = NOON;
    private final DigestRound.Poster poster = new DigestRound.Poster() {
        @Override
        public void post(Digest digest, String key) throws Exception {
            if (posted.size() == failAfter || unwanted.equals(Optional.of(digest.to().toString()))) {
                throw new Exception("the broker is away");
            }
            posted.add(digest);
            keys.add(key);
        }

        @Override
        public void passedOver(String recipient, Exception why) {
            passedOver.add(recipient);
        }
    };

    private DigestRound round(String node) {
        return new DigestRound(digests, digests, poster,
                new DigestRound.Plan(List.of(new Domain("two.example"), new Domain("two.example.org")),
                        LocalTime.of(6, 0), 2, URI.create("https://q.example"), Duration.ofDays(7)),
                new Random(1), () -> now, node);
    }

    private void hold(String recipient, String key) {
        digests.hold(recipient, key, now.minus(Duration.ofHours(2)));
    }

    @Test
    void eachRecipientHasOneLetterADay() throws Exception {
        hold("two.example/ann", "a");
        hold("two.example/ann", "b");
        hold("two.example/bob", "b");
        hold("two.example.org/cid", "c");
        hold("three.example/dan", "d");
        DigestRound round = round("n1");
        assertThat(round.take(false)).isEqualTo(3);
        assertThat(posted).extracting(digest -> digest.to().toString())
                .containsExactly("cid@two.example.org", "ann@two.example", "bob@two.example");
        assertThat(posted.get(1).lines()).hasSize(2);
        assertThat(round.take(false)).isZero();
        now = NOON.plus(Duration.ofHours(17));
        hold("two.example/ann", "e");
        assertThat(round.take(false)).isZero();
        now = NOON.plus(DAY);
        assertThat(round.take(false)).isEqualTo(1);
        assertThat(posted.getLast().lines()).extracting(Digest.Line::subject).containsExactly("subject of e");
    }

    @Test
    void whoHasMoreThanALetterHoldsIsToldHowMany() throws Exception {
        for (int i = 0; i < 5; i++) {
            hold("two.example/ann", "k" + i);
        }
        round("n1").take(false);
        assertThat(posted).hasSize(1);
        assertThat(posted.getFirst().lines()).hasSize(2);
        assertThat(posted.getFirst().more()).isEqualTo(3);
        assertThat(digests.links()).isEqualTo(2);
    }

    @Test
    void whatFailsInTheMiddleGoesOnWhereItWasAndByTheSameKeys() throws Exception {
        hold("two.example/ann", "a");
        hold("two.example/bob", "b");
        hold("two.example/cid", "c");
        failAfter = 1;
        assertThatThrownBy(() -> round("n1").take(false)).hasMessage("the broker is away");
        failAfter = Integer.MAX_VALUE;
        now = now.plusSeconds(60);
        assertThat(round("n2").take(false)).isEqualTo(2);
        assertThat(posted).extracting(digest -> digest.to().toString())
                .containsExactly("ann@two.example", "bob@two.example", "cid@two.example");
        assertThat(keys).allMatch(key -> key.startsWith("digest:2026-03-01T11:59:00Z>two.example/"));
    }

    @Test
    void whileAnotherNodeIsAboutItNothingIsWritten() throws Exception {
        hold("two.example/ann", "a");
        digests.claim("n2", now, Duration.ofMinutes(10));
        assertThat(round("n1").take(false)).isZero();
        now = now.plus(Duration.ofMinutes(11));
        assertThat(round("n1").take(false)).isEqualTo(1);
    }

    @Test
    void aPersonNeedNotWaitForTheTime() throws Exception {
        DigestRound round = round("n1");
        assertThat(round.take(false)).isZero();
        now = now.plusSeconds(120);
        digests.hold("two.example/ann", "a", now.minusSeconds(61));
        assertThat(round.take(false)).isZero();
        assertThat(round.take(true)).isEqualTo(1);
        assertThat(round.take(true)).isZero();
    }

    @Test
    void whatWasBeingParkedWhileAPersonAskedIsToldNext() throws Exception {
        DigestRound round = round("n1");
        Instant parking = now.minusSeconds(1);
        assertThat(round.take(true)).isZero();
        digests.hold("two.example/ann", "a", parking);
        assertThat(round.take(true)).isZero();
        now = now.plusSeconds(60);
        assertThat(round.take(true)).isEqualTo(1);
    }

    @Test
    void ofALetterThatDoesNotGoNoLinksStay() throws Exception {
        hold("two.example/ann", "a");
        hold("two.example/bob", "b");
        failAfter = 1;
        DigestRound round = round("n1");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> round.take(false)).hasMessage("the broker is away");
        }
        assertThat(digests.links()).isEqualTo(1);
        assertThat(passedOver).isEmpty();
    }

    @Test
    void whoCanNeverBeWrittenToKeepsNobodyElseWaitingForEver() throws Exception {
        hold("two.example/ann", "a");
        hold("two.example/bob", "b");
        unwanted = Optional.of("ann@two.example");
        DigestRound round = round("n1");
        for (int i = 1; i < 30; i++) {
            assertThatThrownBy(() -> round.take(false)).hasMessage("the broker is away");
        }
        assertThat(round.take(false)).isEqualTo(1);
        assertThat(passedOver).containsExactly("two.example/ann");
        assertThat(posted).extracting(digest -> digest.to().toString()).containsExactly("bob@two.example");
        assertThat(digests.links()).isEqualTo(1);
    }

    @Test
    void lettersAreForRecipientsOfTheNamedDomainsAlone() {
        assertThat(round("n1").isFor("two.example/ann")).isTrue();
        assertThat(round("n1").isFor("two.example.org/ann")).isTrue();
        assertThat(round("n1").isFor("two.example.net/ann")).isFalse();
        assertThat(round("n1").isFor("two/ann")).isFalse();
    }
}
