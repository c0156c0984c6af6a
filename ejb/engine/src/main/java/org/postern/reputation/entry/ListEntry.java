package org.postern.reputation.entry;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of a list that people keep.
 *
 * @param key names it, for its hits and for those who change it
 * @param owner whose mail it is about: an address, a domain, or all; at most {@value #LONGEST_OWNER} characters
 * @param comment why it is there; at most {@value #LONGEST_COMMENT} characters
 * @param expiry from when on it does not count any more; empty if it always does
 */
public record ListEntry(String key, Effect effect, Party party, String owner, String comment,
        Optional<Instant> expiry) {
    public static final int LONGEST_OWNER = 320;
    public static final int LONGEST_COMMENT = 500;
    /** The owner of entries that are about everybody's mail. */
    public static final String ALL = "";

    /** What an entry is for. */
    public enum Effect {
        ALLOW, BLOCK
    }

    public ListEntry {
        if (owner.length() > LONGEST_OWNER) {
            throw new IllegalArgumentException("an owner has at most " + LONGEST_OWNER + " characters");
        }
        if (comment.length() > LONGEST_COMMENT) {
            throw new IllegalArgumentException("a comment has at most " + LONGEST_COMMENT + " characters");
        }
    }

    /** {@return whether it counts at that time} */
    public boolean countsAt(Instant time) {
        return expiry.isEmpty() || time.isBefore(expiry.get());
    }
}
