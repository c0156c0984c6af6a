package org.postern.admin.parked;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.mail.QueueId;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.queue.ParkedSummary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class BatchesTest {
    private static ParkedSummary line(String key, long size) {
        return new ParkedSummary(key, new QueueId("0123456789ABCDEF"), "", "b@two.example", 1, Reason.DEFERRED,
                Optional.empty(), Optional.empty(), 0, Instant.EPOCH, size, "", Optional.empty());
    }

    @Test
    void holdNoMoreOctetsThanMayBe() {
        List<ParkedSummary> page = List.of(line("a", 60), line("b", 40), line("c", 1), line("d", 500), line("e", 1));
        assertThat(Batches.of(page, 100)).containsExactly(List.of("a", "b"), List.of("c"), List.of("d"), List.of("e"));
        assertThat(Batches.of(page, Long.MAX_VALUE)).containsExactly(List.of("a", "b", "c", "d", "e"));
        assertThat(Batches.of(List.of(), 100)).isEmpty();
    }
}
