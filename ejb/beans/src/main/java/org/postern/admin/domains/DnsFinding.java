package org.postern.admin.domains;

import org.postern.sentence.Sentence;

import java.util.List;

/**
 * What the DNS says of one thing, and what is to be thought of it.
 *
 * @param about what was asked for, such as {@code MX}
 * @param words what it comes to, for a person
 * @param records what stands there, most of it strangers' words; at most {@value #MOST} of at most {@value #LONGEST} characters each
 */
public record DnsFinding(Sentence about, State state, Sentence words, List<Sentence> records) {
    /** The most records that are shown. */
    public static final int MOST = 20;
    /** The longest record that is shown. */
    public static final int LONGEST = 2000;

    /** How it stands. */
    public enum State {
        /** As it should be. */
        GOOD,
        /** It may be meant. */
        NOTE,
        /** Mail suffers from it. */
        BAD,
        /** The DNS does not say, now. */
        UNKNOWN
    }

    public DnsFinding {
        records = records.stream()
                .limit(MOST)
                .map(one -> one.worded(text -> text.substring(0, Math.min(text.length(), LONGEST))))
                .toList();
    }
}
