package org.postern.it.applications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** However often a process ends in the middle, each submission is told to be taken once, and each recipient has one end; what was rolled back has none. */
@Order(1)
class TellsEachOutcomeOnceIT {
    @Test
    void thoughTheGatewayIsKilledTwiceAndTheApplicationOnce() {
        assertThat(new ToldOutcomes(3_000, 2, 1, 500, 1_000).faults()).isEmpty();
    }
}
