package org.postern.content.teach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.content.learn.Band;
import org.postern.content.learn.Label;
import org.postern.content.learn.Learning;
import org.postern.content.learn.LiveModel;
import org.postern.content.learn.Sample;
import org.postern.content.learn.SideBySide;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class LearningTurnTest {
    private static final int MANY = 120;

    private final InMemoryLearning store = new InMemoryLearning();
    private final LiveModel live = new LiveModel();
    private boolean room = true;
    private final LearningTurn turn = turn("one", live);

    private LearningTurn turn(String node, LiveModel of) {
        return new LearningTurn(store, store, new Learning(SideBySide.IN_TURN), of, () -> Instant.EPOCH, node,
                () -> room);
    }

    private void teach(List<Sample> samples) {
        samples.forEach(sample -> store.put(sample, "alice", true));
    }

    @Test
    void saysNothingBeforeEnoughWasTaught() {
        teach(VocabularyMail.samples(Learning.LEAST - 1));
        turn.take();
        assertThat(live.active()).isEmpty();
        assertThat(store.list()).isEmpty();
    }

    @Test
    void whatWasTaughtIsKnownToAllNodes() {
        teach(VocabularyMail.samples(MANY));
        turn.take();
        LiveModel other = new LiveModel();
        turn("two", other).take();
        assertThat(other.number()).isEqualTo(1).isEqualTo(live.number());
        assertThat(other.active().orElseThrow().model().judge(VocabularyMail.sample(Label.SPAM, 77_777).features()))
                .matches(judgement -> judgement.band().compareTo(Band.DOUBTFUL) >= 0);
    }

    @Test
    void learnsNothingWhileAnotherNodeDoes() {
        teach(VocabularyMail.samples(MANY));
        store.claim("two", Instant.EPOCH, Duration.ofMinutes(1));
        turn.take();
        assertThat(store.list()).isEmpty();
        store.release("two", Instant.EPOCH);
        turn.take();
        assertThat(store.list()).hasSize(1);
    }

    @Test
    void whereThereIsNoRoomToLearnWhatOthersLearntIsPickedUpAllTheSame() {
        teach(VocabularyMail.samples(MANY));
        room = false;
        assertThatThrownBy(turn::take).hasMessageContaining("too small");
        assertThat(store.list()).isEmpty();
        store.publish(VocabularyMail.model(), Instant.EPOCH, 0, true);
        assertThatThrownBy(turn::take).hasMessageContaining("too small");
        assertThat(live.number()).isEqualTo(1);
    }

    @Test
    void makesNothingAnewWhereNothingHasChanged() {
        teach(VocabularyMail.samples(MANY));
        turn.take();
        turn.take();
        assertThat(store.list()).hasSize(1);
    }

    @Test
    void whatWasForgottenIsForgottenByTheModelToo() {
        teach(VocabularyMail.samples(MANY));
        turn.take();
        store.forget(VocabularyMail.sample(Label.HAM, 0).key());
        turn.take();
        assertThat(live.number()).isEqualTo(2);
        store.forgetAllOf("alice");
        turn.take();
        assertThat(live.active()).isEmpty();
    }

    @Test
    void aVersionThatAPersonWantsTakesThePlaceOfANewerOne() {
        teach(VocabularyMail.samples(MANY));
        turn.take();
        store.forget(VocabularyMail.sample(Label.HAM, 0).key());
        turn.take();
        store.use(1);
        turn.take();
        assertThat(live.number()).isEqualTo(1);
    }

    @Test
    void aModelThatDoesWorseWaitsForAPerson() {
        teach(VocabularyMail.samples(MANY));
        turn.take();
        for (int i = 0; i < 500; i++) {
            Sample spam = VocabularyMail.sample(Label.SPAM, 200_000 + i);
            Sample ham = VocabularyMail.sample(Label.HAM, 300_000 + i);
            store.put(new Sample("a" + i, Label.HAM, spam.taught(), spam.features()), "mallory", true);
            store.put(new Sample("b" + i, Label.SPAM, ham.taught(), ham.features()), "mallory", true);
        }
        turn.take();
        assertThat(live.number()).isEqualTo(1);
        assertThat(live.doubted()).isEqualTo(2);
        store.use(2);
        turn.take();
        assertThat(live.number()).isEqualTo(2);
        assertThat(live.doubted()).isEqualTo(LiveModel.NONE);
    }
}
