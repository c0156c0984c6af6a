package org.postern.flow;

import org.postern.assessment.Verdict;
import org.postern.event.Event;

import java.util.Optional;

/** What is counted. */
public enum FlowKind {
    /** Messages taken, from clients or from applications. */
    RECEIVED,
    /** Deliveries that the next server, or an application's queue, has taken. */
    DELIVERED,
    /** Commands and messages that clients were refused. */
    REFUSED,
    /** Attempts to deliver that are to be made again. */
    DEFERRED,
    /** Deliveries that failed for good. */
    FAILED,
    /** Messages taken and set aside by a verdict: RECEIVED counts them, too. */
    QUARANTINED;

    /** {@return what this event is counted as first; empty if it is not} */
    static Optional<FlowKind> of(Event event) {
        return switch (event.kind()) {
            case RECEIVED, SUBMITTED -> Optional.of(RECEIVED);
            case DELIVERED, HANDED_OVER -> Optional.of(DELIVERED);
            case REFUSED -> Optional.of(REFUSED);
            case DEFERRED -> Optional.of(DEFERRED);
            case FAILED -> Optional.of(FAILED);
            default -> Optional.empty();
        };
    }

    /** {@return whether the message is counted as set aside, too} */
    static boolean isAside(Event event) {
        return of(event).filter(kind -> kind == RECEIVED).isPresent()
                && event.assessment().verdict() == Verdict.QUARANTINE;
    }
}
