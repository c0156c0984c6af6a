package org.postern.config.kept;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** The steps of a difference lead from what is kept to what is wanted, and move no more than they have to. */
class KeptDifferenceTest {
    private static KeptThing rule(String name, String action) {
        return new KeptThing(KeptKind.RULE, Map.of("name", List.of(name), "action", List.of(action)));
    }

    private static List<KeptThing> rules(String... names) {
        return Stream.of(names).map(name -> rule(name, "accept")).toList();
    }

    private static List<String> words(List<KeptThing> now, List<KeptThing> wanted) {
        return KeptDifference.between(now, wanted, true)
                .stream()
                .map(step -> step.word() + " " + step.key() + " " + step.nextBefore() + ">" + step.nextAfter())
                .toList();
    }

    @Test
    void nothingIsDoneWhereAllIsAsItIsWanted() {
        assertThat(words(rules("a", "b"), rules("a", "b"))).isEmpty();
        assertThat(words(List.of(), List.of())).isEmpty();
    }

    @Test
    void whatIsPutFirstIsMovedAndNothingElse() {
        assertThat(words(rules("a", "b", "c", "d"), rules("d", "a", "b", "c"))).containsExactly("moved d >a");
        assertThat(words(rules("a", "b", "c"), rules("b", "c", "a"))).containsExactly("moved a b>");
    }

    @Test
    void whatIsRemovedIsToldWithWhatStoodBehindIt() {
        assertThat(words(rules("a", "b", "c"), rules("c"))).containsExactly("removed a b>", "removed b c>");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theStepsLeadThere(long seed) {
        Random random = new Random(seed);
        List<KeptThing> now = some(random);
        List<KeptThing> wanted = some(random);
        KeptOrder order = new KeptOrder(now);
        KeptDifference.between(now, wanted, true).forEach(order::make);
        assertThat(order.keys().stream().map(key -> order.find(key).orElseThrow())).isEqualTo(wanted);
    }

    private static List<KeptThing> some(Random random) {
        List<KeptThing> things = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            if (random.nextInt(3) > 0) {
                things.add(rule("r" + i, random.nextBoolean() ? "accept" : "refuse"));
            }
        }
        Collections.shuffle(things, random);
        return things;
    }
}
