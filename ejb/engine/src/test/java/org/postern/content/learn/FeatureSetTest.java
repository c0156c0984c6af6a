package org.postern.content.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.postern.content.Mails;

import java.util.Arrays;
import java.util.Random;

class FeatureSetTest {
    private static final int SEED = 3;
    private static final Tag TAG = Tag.of("word");

    private static FeatureSet of(String... words) {
        Slots slots = new Slots();
        for (String word : words) {
            slots.add(TAG, word);
        }
        return slots.toSet();
    }

    @Test
    void holdsEachFeatureOnceInRisingOrder() {
        FeatureSet set = of("a", "b", "a", "c");
        assertThat(set.size()).isEqualTo(3);
        assertThat(set.slots()).isSorted().doesNotHaveDuplicates();
        assertThat(set).isEqualTo(of("c", "b", "a"));
    }

    @Test
    void isTheSameAfterItWasPacked() {
        FeatureSet set = MessageFeatures.of(Taught.mail(Label.SPAM, 1));
        assertThat(FeatureSet.unpack(set.packed())).isEqualTo(set);
        assertThat(FeatureSet.unpack(set.packed()).slots()).isEqualTo(set.slots());
        assertThat(FeatureSet.unpack(new byte[0])).isEqualTo(of());
    }

    @Test
    void takesThreeOctetsAFeatureOrFewer() {
        FeatureSet set = MessageFeatures.of(Taught.mail(Label.SPAM, 1));
        assertThat(set.packed().length).isLessThan(set.size() * 3);
    }

    @Test
    void isBoundedForWhateverMessage() {
        Random random = new Random(SEED);
        StringBuilder text = new StringBuilder("<p>");
        while (text.length() < 60_000) {
            text.append("<a href=http://h")
                    .append(random.nextInt())
                    .append(".example/")
                    .append(random.nextInt())
                    .append("> ");
        }
        FeatureSet set = MessageFeatures.of(Mails.read("Content-Type: text/html\n\n" + text + "\n"));
        assertThat(set.size()).isLessThanOrEqualTo(Slots.MOST);
        assertThat(set.packed().length).isLessThanOrEqualTo(FeatureSet.LONGEST);
    }

    @Test
    void otherOctetsAreRefusedOrAreASetOfSlots() {
        Random random = new Random(SEED);
        for (int i = 0; i < 2000; i++) {
            byte[] octets = new byte[random.nextInt(40)];
            random.nextBytes(octets);
            try {
                assertThat(Arrays.stream(FeatureSet.unpack(octets).slots()).boxed()).isSorted()
                        .allMatch(slot -> slot >= 0 && slot < Feature.SLOTS);
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessage("not the features of a message");
            }
        }
        assertThatIllegalArgumentException().isThrownBy(() -> FeatureSet.unpack(new byte[]{(byte) 0x80}));
    }
}
