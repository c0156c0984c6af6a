package org.postern.dns;

import org.postern.sentence.Sentence;

/**
 * Nobody knows now: a time-out, SERVFAIL, or an answer that makes no sense.
 *
 * @param reason in a few words, for log, trace and people
 */
public record Temporary(Sentence reason) implements NoAnswer {
    /** @param others what a resolver, or whoever else is not the gateway itself, says of it */
    public Temporary(String others) {
        this(Sentence.asItIs(others));
    }
}
