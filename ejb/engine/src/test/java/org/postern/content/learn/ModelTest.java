package org.postern.content.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class ModelTest {
    private static final int SEED = 5;
    private static final Model MODEL = ((Lesson.Better) new Learning(SideBySide.IN_TURN)
            .learn(() -> Taught.samples(120, 120), Optional.empty())).model();

    @Test
    void judgesTheSameAfterItWasKept() {
        Model read = Model.read(MODEL.toOctets());
        assertThat(read.experience()).isEqualTo(MODEL.experience());
        for (int i = 0; i < 20; i++) {
            FeatureSet features = MessageFeatures.of(Taught.mail(i % 2 == 0 ? Label.HAM : Label.SPAM, 9_000_000 + i));
            assertThat(read.judge(features)).isEqualTo(MODEL.judge(features));
        }
    }

    @Test
    void saysOfWhichFormatItIs() {
        byte[] octets = MODEL.toOctets();
        octets[5] = 9;
        assertThatIllegalArgumentException().isThrownBy(() -> Model.read(octets))
                .withMessage("a model of format 9, known is 1");
        octets[0] = 0;
        assertThatIllegalArgumentException().isThrownBy(() -> Model.read(octets)).withMessage("not a model");
    }

    @Test
    void brokenOctetsAreNoModelOrOneThatStillJudges() {
        byte[] octets = MODEL.toOctets();
        Random random = new Random(SEED);
        for (int i = 0; i < 100; i++) {
            byte[] broken = Arrays.copyOf(octets,
                    random.nextInt(3) == 0 ? random.nextInt(octets.length) : octets.length);
            for (int changes = 0; changes < 5 && broken.length > 0; changes++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(Model.read(broken).judge(MessageFeatures.of(Taught.mail(Label.HAM, 1))).band()).isNotNull();
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageMatching("(?s).+");
            }
        }
    }

    @Test
    void explainsItselfByTheTenStrongestFeatures() {
        List<Contribution> why = MODEL.explain(Taught.mail(Label.SPAM, 9_000_000));
        assertThat(why).hasSize(Model.EXPLAINED)
                .isSortedAccordingTo((one, other) -> Double.compare(Math.abs(other.weight()), Math.abs(one.weight())));
        assertThat(why).anySatisfy(one -> {
            assertThat(one.feature()).matches("(word|gram|subject|subject-gram):.*");
            assertThat(one.weight()).isPositive();
        });
    }

    @Test
    void weightsNeverSufficeToRefuseOrAllowAlone() {
        assertThat(Arrays.stream(Band.values()).mapToDouble(Band::weight)).isSorted()
                .allMatch(weight -> weight >= -2 && weight <= 4);
    }
}
