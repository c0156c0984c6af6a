package org.postern.delivery.outcome;

import java.time.Instant;

/** What was done about one recipient (RFC 3464, 2.3.3). */
public sealed interface Action {
    /**
     * The recipient will not get the message.
     *
     * @param expired whether the last word was a temporary one, but the time is over
     */
    record Failed(boolean expired) implements Action {}

    /**
     * The recipient does not have the message yet.
     *
     * @param until when it is given up
     */
    record Delayed(Instant until) implements Action {}

    /** The recipient has the message: nobody behind us will tell more. */
    record Delivered() implements Action {}

    /** A server has the message for the recipient that does not report. */
    record Relayed() implements Action {}

    /** The message goes on to those whom the recipient stands for. */
    record Expanded() implements Action {}

    /** {@return the occasion on which a sender wants to hear of it} */
    default Occasion occasion() {
        return switch (this) {
            case Failed failed -> Occasion.FAILURE;
            case Delayed delayed -> Occasion.DELAY;
            case Delivered delivered -> Occasion.SUCCESS;
            case Relayed relayed -> Occasion.SUCCESS;
            case Expanded expanded -> Occasion.SUCCESS;
        };
    }

    /** {@return the word that stands in the field of this name} */
    default String word() {
        return switch (this) {
            case Failed failed -> "failed";
            case Delayed delayed -> "delayed";
            case Delivered delivered -> "delivered";
            case Relayed relayed -> "relayed";
            case Expanded expanded -> "expanded";
        };
    }
}
