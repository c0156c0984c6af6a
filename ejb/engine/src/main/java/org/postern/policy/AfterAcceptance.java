package org.postern.policy;

import org.postern.receiver.Reason;

/** A verdict on mail we are responsible for. There is no refusal among them: it would become a bounce to a forged sender. */
public sealed interface AfterAcceptance {
    /** Nothing against it. */
    AfterAcceptance ACCEPT = new Accept();

    /** Nothing against it. */
    record Accept() implements AfterAcceptance {}

    /**
     * Suspicious: kept until a person has looked.
     *
     * @param reason for that person
     */
    record Park(Reason reason) implements AfterAcceptance {}

    /**
     * Ended without a word to anybody but the trace.
     *
     * @param reason for the trace
     */
    record Discard(Reason reason) implements AfterAcceptance {}
}
