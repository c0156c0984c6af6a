package org.postern.smtp.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The outcomes of one transaction as they become known; what is settled stays so. */
final class Outcomes {
    private final List<Optional<Outcome>> byRecipient;

    Outcomes(int recipients) {
        byRecipient = new ArrayList<>(Collections.nCopies(recipients, Optional.empty()));
    }

    void settle(int recipient, Outcome outcome) {
        if (byRecipient.get(recipient).isEmpty()) {
            byRecipient.set(recipient, Optional.of(outcome));
        }
    }

    /** Settles every recipient that has no outcome yet. */
    void settleRest(Outcome outcome) {
        byRecipient.replaceAll(known -> known.or(() -> Optional.of(outcome)));
    }

    /** {@return those that have no outcome yet, in the order of the envelope} */
    List<Integer> open() {
        return IntStream.range(0, byRecipient.size()).filter(i -> byRecipient.get(i).isEmpty()).boxed().toList();
    }

    boolean anyOpen() {
        return byRecipient.stream().anyMatch(Optional::isEmpty);
    }

    List<Outcome> all() {
        return byRecipient.stream().map(Optional::orElseThrow).toList();
    }
}
