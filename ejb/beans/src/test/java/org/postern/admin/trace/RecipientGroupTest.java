package org.postern.admin.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.event.EventKind;
import org.postern.event.Progress;
import org.postern.event.TracedRecipient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class RecipientGroupTest {
    private static TracedRecipient recipient(int number, EventKind kind) {
        return new TracedRecipient("m%d@Two.example".formatted(number), kind, Instant.EPOCH, Optional.empty(),
                Optional.of("said " + kind));
    }

    private static List<TracedRecipient> many() {
        List<TracedRecipient> all = new ArrayList<>(
                IntStream.range(0, 890).mapToObj(i -> recipient(i, EventKind.DELIVERED)).toList());
        all.add(recipient(900, EventKind.FAILED));
        all.add(recipient(901, EventKind.BOUNCED_BACK));
        return all;
    }

    @Test
    void recipientsStandTogetherByFateTheTroubledFirstAndNotAllOfThemAtOnce() {
        List<RecipientGroup> groups = RecipientGroup.of(many(), "", 50);
        assertThat(groups).extracting(RecipientGroup::progress).containsExactly(Progress.FAILED, Progress.DELIVERED);
        assertThat(groups).extracting(RecipientGroup::total).containsExactly(2, 890);
        assertThat(groups).extracting(group -> group.shown().size()).containsExactly(2, 50);
    }

    @Test
    void oneOfThemIsFoundByAPartOfHisAddressOrOfTheLastWords() {
        assertThat(RecipientGroup.of(many(), "M777@two", 50)).extracting(RecipientGroup::total).containsExactly(1);
        assertThat(RecipientGroup.of(many(), "said bounced", 50)).extracting(RecipientGroup::total).containsExactly(1);
        assertThat(RecipientGroup.of(many(), "nobody", 50)).isEmpty();
    }
}
