package org.postern.store.learn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.content.learn.Label;
import org.postern.content.learn.LiveModel;
import org.postern.content.learn.Model;
import org.postern.content.learn.Sample;
import org.postern.content.teach.ModelStore;
import org.postern.content.teach.SampleStore;
import org.postern.content.teach.VocabularyMail;
import org.postern.store.TestDatabase;

import java.time.Duration;
import java.time.Instant;

class JpaLearningTest {
    private static final TestDatabase DATABASE = new TestDatabase();
    private static final Model MODEL = VocabularyMail.model();
    private static final Sample HAM = VocabularyMail.sample(Label.HAM, 1);
    private static final Sample SPAM = VocabularyMail.sample(Label.SPAM, 2);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SampleStore samples = DATABASE.inTransactions(SampleStore.class, JpaSampleStore::new);
    private final ModelStore models = DATABASE.inTransactions(ModelStore.class, JpaModelStore::new);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void keepsSamplesAndForgetsThem() {
        samples.put(HAM, "alice", false);
        samples.put(SPAM, "bob", true);
        assertThat(samples.latest()).containsExactly(SPAM, HAM);
        assertThat(samples.counts()).containsEntry(Label.HAM, 1L).containsEntry(Label.SPAM, 1L);
        assertThat(samples.teachers()).containsExactly(new SampleStore.Teacher("alice", 1),
                new SampleStore.Teacher("bob", 1));
        assertThat(samples.forget(HAM.key())).isTrue();
        assertThat(samples.forget(HAM.key())).isFalse();
        assertThat(samples.forgetAllOf("bob")).isEqualTo(1);
        assertThat(samples.latest()).isEmpty();
    }

    @Test
    void whatIsTaughtAgainTakesThePlaceOfWhatWasTaughtBefore() {
        samples.put(HAM, "alice", false);
        Sample again = new Sample(HAM.key(), Label.SPAM, HAM.taught().plus(MINUTE), HAM.features());
        samples.put(again, "bob", false);
        assertThat(samples.latest()).containsExactly(again);
        assertThat(samples.countOf("alice", Instant.EPOCH)).isZero();
    }

    @Test
    void countsWhatAPersonHasTaughtWithoutWhatWasImported() {
        samples.put(HAM, "alice", false);
        samples.put(SPAM, "alice", true);
        assertThat(samples.countOf("alice", HAM.taught())).isEqualTo(1);
        assertThat(samples.countOf("alice", HAM.taught().plusSeconds(1))).isZero();
        assertThat(samples.countOf("bob", Instant.EPOCH)).isZero();
    }

    @Test
    void eachChangeMakesItWorthLearningAnew() {
        long before = models.state().taught();
        samples.put(HAM, "alice", false);
        samples.forget(HAM.key());
        assertThat(models.state().taught()).isEqualTo(before + 2);
    }

    @Test
    void whatWasNotThereIsNoReasonToLearnAnew() {
        long before = models.state().taught();
        samples.forget(HAM.key());
        samples.forgetAllOf("bob");
        assertThat(models.state().taught()).isEqualTo(before);
    }

    @Test
    void givesBackTheModelThatItWasGiven() {
        models.publish(MODEL, NOW, 7, true);
        assertThat(models.state()).isEqualTo(new ModelStore.State(0, 7, 1, LiveModel.NONE));
        assertThat(models.read(1).orElseThrow().toOctets()).isEqualTo(MODEL.toOctets());
        assertThat(models.read(2)).isEmpty();
        assertThat(models.list()).singleElement()
                .matches(line -> line.number() == 1 && line.made().equals(NOW)
                        && line.ham() == MODEL.experience().ham());
    }

    @Test
    void aDoubtedModelWaitsUntilAPersonWantsIt() {
        models.publish(MODEL, NOW, 1, true);
        models.publish(MODEL, NOW, 2, false);
        assertThat(models.state()).isEqualTo(new ModelStore.State(0, 2, 1, 2));
        assertThat(models.use(2)).isTrue();
        assertThat(models.state()).isEqualTo(new ModelStore.State(0, 2, 2, LiveModel.NONE));
        assertThat(models.use(3)).isFalse();
        models.nothing(3);
        assertThat(models.state()).isEqualTo(new ModelStore.State(0, 3, LiveModel.NONE, LiveModel.NONE));
    }

    @Test
    void keepsTenVersionsAndTheActiveOne() {
        models.publish(MODEL, NOW, 1, true);
        for (int i = 0; i < ModelStore.KEPT + 2; i++) {
            models.publish(MODEL, NOW, 1, false);
        }
        assertThat(models.list()).extracting(ModelStore.Line::number)
                .containsExactly(13L, 12L, 11L, 10L, 9L, 8L, 7L, 6L, 5L, 1L);
        assertThat(models.read(1)).isPresent();
        assertThat(models.read(2)).isEmpty();
    }

    @Test
    void oneNodeLearnsAtATime() {
        assertThat(models.claim("one", NOW, MINUTE)).isTrue();
        assertThat(models.claim("two", NOW, MINUTE)).isFalse();
        assertThat(models.claim("one", NOW, MINUTE)).isTrue();
        models.release("two", NOW);
        assertThat(models.claim("two", NOW, MINUTE)).isFalse();
        models.release("one", NOW);
        assertThat(models.claim("two", NOW, MINUTE)).isTrue();
    }

    @Test
    void aNodeThatIsNeverHeardOfAgainIsNotWaitedForForEver() {
        models.claim("one", NOW, MINUTE);
        assertThat(models.claim("two", NOW.plus(MINUTE), MINUTE)).isTrue();
    }
}
