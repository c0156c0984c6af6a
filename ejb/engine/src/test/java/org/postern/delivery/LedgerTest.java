package org.postern.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.delivery.outcome.Attempt;

class LedgerTest {
    @Test
    void letsThoseWaitOfWhomNothingWasEntered() {
        Attempt attempt = new Ledger(Mail.to("x@example.net").envelope().recipients(), taken -> {
        }).close();
        assertThat(attempt.results()).singleElement().matches(result -> result.isDeferred());
        assertThat(attempt.contact()).isEqualTo(Attempt.Contact.NONE);
    }
}
