package org.postern.content.learn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class LearningTest {
    private static final Learning LEARNING = new Learning(SideBySide.IN_TURN);

    private static Lesson learn(List<Sample> samples, Optional<Model> active) {
        return LEARNING.learn(() -> samples, active);
    }

    private static Model better(List<Sample> samples) {
        return ((Lesson.Better) learn(samples, Optional.empty())).model();
    }

    @Test
    void nothingIsLearntOfTooFew() {
        assertThat(learn(Taught.samples(150, 99), Optional.empty())).isEqualTo(new Lesson.TooFew(150, 99));
        assertThat(learn(Taught.samples(99, 150), Optional.empty())).isEqualTo(new Lesson.TooFew(99, 150));
    }

    @Test
    void whatWasTaughtIsToldApart() {
        Model model = better(Taught.samples(120, 120));
        assertThat(model.judge(MessageFeatures.of(Taught.mail(Label.SPAM, 7_000_000))).band().isSpam()).isTrue();
        assertThat(model.judge(MessageFeatures.of(Taught.mail(Label.HAM, 7_000_001))).band()).isIn(Band.HAM,
                Band.SURELY_HAM);
        assertThat(model.experience().ham()).isEqualTo(120);
        assertThat(model.experience().spam()).isEqualTo(120);
    }

    @Test
    void theSameSamplesInAnyOrderGiveTheSameModel() {
        List<Sample> samples = Taught.samples(110, 110);
        assertThat(better(samples.reversed()).toOctets()).isEqualTo(better(samples).toOctets());
    }

    @Test
    void whatIsForgottenHasNoInfluenceLeft() {
        List<Sample> samples = Taught.samples(110, 110);
        List<Sample> more = new ArrayList<>(samples);
        more.add(Taught.sample(Label.SPAM, 5));
        assertThat(better(more).toOctets()).isNotEqualTo(better(samples).toOctets());
        more.removeLast();
        assertThat(better(more).toOctets()).isEqualTo(better(samples).toOctets());
    }

    @Test
    void aThousandOfOneKindCountOnce() {
        List<Sample> samples = Taught.samples(110, 110);
        for (int i = 0; i < 1000; i++) {
            samples.add(new Sample("again" + i, Label.SPAM, Taught.START, samples.getLast().features()));
        }
        assertThat(better(samples).experience().spam()).isEqualTo(110);
    }

    @Test
    void aModelThatDoesNoWorseTakesThePlaceOfTheOther() {
        List<Sample> samples = Taught.samples(120, 120);
        Model first = better(samples);
        samples.add(Taught.sample(Label.HAM, 500_000));
        assertThat(learn(samples, Optional.of(first))).isInstanceOf(Lesson.Better.class);
    }

    @Test
    void whereTeachersTurnItRoundAPersonIsAsked() {
        List<Sample> samples = Taught.samples(150, 150);
        Model first = better(samples);
        for (int i = 0; i < 500; i++) {
            Sample spam = Taught.sample(Label.SPAM, 200_000 + i);
            Sample ham = Taught.sample(Label.HAM, 300_000 + i);
            samples.add(new Sample("a" + i, Label.HAM, spam.taught(), spam.features()));
            samples.add(new Sample("b" + i, Label.SPAM, ham.taught(), ham.features()));
        }
        Lesson lesson = learn(samples, Optional.of(first));
        assertThat(lesson).isInstanceOf(Lesson.Doubtful.class);
        assertThat(((Lesson.Doubtful) lesson).before()).isEqualTo(first.experience().trial());
    }
}
