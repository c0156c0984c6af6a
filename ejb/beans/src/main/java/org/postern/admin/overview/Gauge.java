package org.postern.admin.overview;

import org.postern.sentence.Sentence;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How one thing stands.
 *
 * @param name of what it is about
 * @param state whether somebody should see to it
 * @param words how it stands
 * @param more in other words, for who wants to know
 * @param used per cent of what there is; empty where it cannot be used up
 * @param page the page of the console that acts on it
 */
public record Gauge(Sentence name, State state, Sentence words, Optional<Sentence> more, OptionalInt used,
        String page) {
    /** Whether somebody should see to it. */
    public enum State {
        /** It is as it should be. */
        GOOD,
        /** It will not be for long, or is not quite. */
        SOON,
        /** It is not. */
        BAD
    }

    static Gauge of(Sentence name, State state, Sentence words, Optional<Sentence> more, String page) {
        return new Gauge(name, state, words, more, OptionalInt.empty(), page);
    }

    /** {@return the share that is used, in per cent; -1 where it cannot be used up} */
    public int percent() {
        return used.orElse(-1);
    }
}
