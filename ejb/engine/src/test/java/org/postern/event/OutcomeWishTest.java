package org.postern.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class OutcomeWishTest {
    @Test
    void whoSaysNothingHearsOfAllButDelays() {
        assertThat(OutcomeWish.USUAL)
                .contains(SubmissionOutcome.REFUSED, SubmissionOutcome.ACCEPTED, SubmissionOutcome.QUARANTINED,
                        SubmissionOutcome.RETURNED)
                .doesNotContain(SubmissionOutcome.DEFERRED);
    }

    @Test
    void kindsAreNamedOneByOneOrTogether() {
        assertThat(OutcomeWish.outcomes("all")).containsExactlyInAnyOrder(SubmissionOutcome.values());
        assertThat(OutcomeWish.outcomes("final")).containsExactlyInAnyOrder(SubmissionOutcome.REFUSED,
                SubmissionOutcome.DELIVERED,
                SubmissionOutcome.FAILED, SubmissionOutcome.EXPIRED, SubmissionOutcome.RETURNED);
        assertThat(OutcomeWish.outcomes("accepted, deferred")).containsExactly(SubmissionOutcome.ACCEPTED,
                SubmissionOutcome.DEFERRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "everything", "accepted,", "all,accepted", "ACCEPTED"})
    void nothingElseIsAKind(String words) {
        assertThatThrownBy(() -> OutcomeWish.outcomes(words)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order-7", "a\nb\n", "Auftrag 7 für Köln \uD83D\uDE00", "==+ >"})
    void aWishIsReadAsItWasWritten(String correlation) {
        OutcomeWish wish = new OutcomeWish("queue:answers", Optional.of(correlation),
                Set.of(SubmissionOutcome.FAILED, SubmissionOutcome.ACCEPTED));
        assertThat(wish.text()).matches("[A-Za-z0-9_-]+");
        assertThat(OutcomeWish.parse(wish.text())).contains(wish);
    }

    @Test
    void oneWithoutANameIsReadToo() {
        OutcomeWish wish = new OutcomeWish("topic:answers", Optional.empty(), OutcomeWish.USUAL);
        assertThat(OutcomeWish.parse(wish.text())).contains(wish);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "YWNjZXB0ZWQ", "bm90aGluZwpxdWV1ZTphCmI"})
    void whatIsNoWishIsNone(String text) {
        assertThat(OutcomeWish.parse(text)).isEmpty();
    }

    @Test
    void eachPlaceHearsWhatItWants() {
        OutcomeWish wish = new OutcomeWish(List.of(new OutcomeWish.Place("queue:a", Set.of(SubmissionOutcome.FAILED)),
                new OutcomeWish.Place("topic:b", OutcomeWish.USUAL)), Optional.of("order 7\n\nof two"));
        assertThat(OutcomeWish.parse(wish.text())).contains(wish);
        assertThat(wish.placesFor(SubmissionOutcome.FAILED)).containsExactly("queue:a", "topic:b");
        assertThat(wish.placesFor(SubmissionOutcome.ACCEPTED)).containsExactly("topic:b");
        assertThat(wish.wants(SubmissionOutcome.DEFERRED)).isFalse();
    }

    @Test
    void whatIsLongDoesNotTravel() {
        OutcomeWish.Place longest = new OutcomeWish.Place("q".repeat(OutcomeWish.LONGEST), OutcomeWish.outcomes("all"));
        OutcomeWish wish = new OutcomeWish(Collections.nCopies(OutcomeWish.MOST_PLACES, longest),
                Optional.of("é".repeat(OutcomeWish.LONGEST)));
        assertThat(wish.text()).hasSizeLessThan(4_000);
        assertThat(OutcomeWish.parse(wish.text())).contains(wish);
        assertThatThrownBy(() -> new OutcomeWish("q", Optional.of("c".repeat(OutcomeWish.LONGEST + 1)),
                OutcomeWish.USUAL)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OutcomeWish("q".repeat(OutcomeWish.LONGEST + 1), Optional.empty(),
                OutcomeWish.USUAL)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OutcomeWish(Collections.nCopies(OutcomeWish.MOST_PLACES + 1, longest),
                Optional.empty())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keysAreTheSameForTheSameAndShort() {
        Telling telling = Telling
                .of(Optional.of(new OutcomeWish("q", Optional.empty(), OutcomeWish.USUAL)), SubmissionOutcome.FAILED,
                        "ID")
                .orElseThrow();
        assertThat(telling.keyOf("x@y.example")).isEqualTo("failed>ID>x@y.example");
        String far = "x".repeat(300) + "@y.example";
        assertThat(telling.keyOf(far)).isEqualTo(telling.keyOf(far))
                .startsWith("failed>")
                .hasSizeLessThan(256)
                .isNotEqualTo(telling.keyOf("y" + far));
    }
}
