package org.postern.store.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.config.rule.RuleText;
import org.postern.trust.rule.RuleStore;
import org.postern.trust.rule.StoredRule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every store of rules does. */
interface RuleStoreContract {
    Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    RuleStore store();

    private static RuleText text(String name) {
        return RuleText.of("name=" + name + "\naction=accept\nheader=Subject: a=b\nheader=!X: ü*");
    }

    private long added(String name) {
        return store().add(text(name), "ann", NOON);
    }

    private List<String> names() {
        return store().rules().stream().map(rule -> rule.text().name()).toList();
    }

    @Test
    default void aRuleIsKeptAsItWasWrittenAndCounts() {
        long id = added("a");
        assertThat(store().rules())
                .containsExactly(new StoredRule(id, true, text("a"), "ann", NOON, 0, Optional.empty()));
    }

    @Test
    default void rulesStandInTheOrderInWhichTheyWereAddedUntilTheyAreMoved() {
        long a = added("a");
        long b = added("b");
        long c = added("c");
        assertThat(names()).containsExactly("a", "b", "c");
        assertThat(store().moveBefore(c, a)).isTrue();
        assertThat(names()).containsExactly("c", "a", "b");
        assertThat(store().moveBefore(c, b)).isTrue();
        assertThat(names()).containsExactly("a", "c", "b");
        assertThat(store().moveBefore(c, 999_999)).isFalse();
        assertThat(store().moveBefore(999_999, c)).isFalse();
        added("d");
        assertThat(names()).containsExactly("a", "c", "b", "d");
    }

    @Test
    default void aRuleIsReplacedAndKeepsPlaceAndHits() {
        long a = added("a");
        added("b");
        store().hit(Map.of(a, 3L, 999_999L, 1L), NOON.plusSeconds(5));
        store().hit(Map.of(a, 2L), NOON.plusSeconds(6));
        assertThat(store().replace(a, text("c"), "bob", NOON.plusSeconds(9))).isTrue();
        assertThat(store().rules().getFirst()).isEqualTo(new StoredRule(a, true, text("c"), "bob", NOON.plusSeconds(9),
                5, Optional.of(NOON.plusSeconds(6))));
        assertThat(store().replace(999_999, text("d"), "bob", NOON)).isFalse();
    }

    @Test
    default void aRuleIsSwitchedOffAndOn() {
        long a = added("a");
        assertThat(store().enable(a, false, "bob", NOON.plusSeconds(1))).isTrue();
        assertThat(store().rules())
                .containsExactly(new StoredRule(a, false, text("a"), "bob", NOON.plusSeconds(1), 0, Optional.empty()));
        assertThat(store().enable(a, true, "bob", NOON.plusSeconds(2))).isTrue();
        assertThat(store().rules().getFirst().enabled()).isTrue();
        assertThat(store().enable(999_999, true, "bob", NOON)).isFalse();
    }

    @Test
    default void aRuleIsRemovedOnce() {
        long a = added("a");
        assertThat(store().remove(a)).isTrue();
        assertThat(store().remove(a)).isFalse();
        assertThat(store().rules()).isEmpty();
    }

    @Test
    default void noTwoRulesHaveOneName() {
        added("a");
        assertThatThrownBy(() -> added("a")).isInstanceOf(RuntimeException.class);
        long b = added("b");
        assertThatThrownBy(() -> store().replace(b, text("a"), "bob", NOON)).isInstanceOf(RuntimeException.class);
        assertThat(names()).containsExactly("a", "b");
    }

    @Test
    default void changesAreNoticedAndHitsAreNone() {
        long before = store().version();
        long a = added("a");
        long b = added("b");
        long added = store().version();
        assertThat(added).isGreaterThan(before);
        store().hit(Map.of(a, 1L), NOON);
        assertThat(store().version()).isEqualTo(added);
        store().moveBefore(b, a);
        long moved = store().version();
        assertThat(moved).isGreaterThan(added);
        store().enable(a, false, "ann", NOON);
        long off = store().version();
        assertThat(off).isGreaterThan(moved);
        store().replace(a, text("c"), "ann", NOON);
        long replaced = store().version();
        assertThat(replaced).isGreaterThan(off);
        store().remove(a);
        assertThat(store().version()).isGreaterThan(replaced);
    }
}
