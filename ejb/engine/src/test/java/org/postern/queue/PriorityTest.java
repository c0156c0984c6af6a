package org.postern.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.mail.Envelope;
import org.postern.mail.Parameters;
import org.postern.mail.ReversePath;

import java.util.List;
import java.util.Map;

class PriorityTest {
    private static Envelope envelope(String priority) {
        return new Envelope(ReversePath.NULL, Parameters.of(Map.of("MT-PRIORITY", priority, "SIZE", "1")), List.of());
    }

    @ParameterizedTest
    @CsvSource({"-9,0", "-6,2", "-4,3", "0,4", "1,5", "4,7", "6,8", "9,9", "99,9", "x,4"})
    void becomesThatOfTheQueue(String priority, int queue) {
        assertThat(Priority.ofQueue(envelope(priority))).isEqualTo(queue);
    }

    @Test
    void isUsualWithoutTheParameter() {
        assertThat(Priority.ofQueue(new Envelope(ReversePath.NULL, Parameters.NONE, List.of()))).isEqualTo(4);
        assertThat(Priority.usual(envelope("9")).parameters()).isEqualTo(Parameters.of(Map.of("SIZE", "1")));
    }

    @Test
    void isRaisedAboveTheUsualAlone() {
        assertThat(Priority.isRaised(envelope("1"))).isTrue();
        assertThat(Priority.isRaised(envelope("-1"))).isFalse();
    }
}
