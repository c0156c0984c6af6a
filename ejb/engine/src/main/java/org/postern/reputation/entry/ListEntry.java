package org.postern.reputation.entry;

import org.postern.mail.Mailbox;
import org.postern.sentence.Sentence;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
    private static final Sentence.Form LONG_OWNER = Sentence.form("ownerTooLong",
            "an owner has at most {0} characters");
    private static final Sentence.Form LONG_COMMENT = Sentence.form("commentTooLong",
            "a comment has at most {0} characters");
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
            throw LONG_OWNER.refused(LONGEST_OWNER);
        }
        if (comment.length() > LONGEST_COMMENT) {
            throw LONG_COMMENT.refused(LONGEST_COMMENT);
        }
    }

    /** {@return the owners whose entries are about mail to this recipient: all, its domain, and itself} */
    public static Set<String> owners(Mailbox recipient) {
        String domain = recipient.domain().key();
        return Set.of(ALL, domain, recipient.localName().toLowerCase(Locale.ROOT) + "@" + domain);
    }

    /** {@return whether it counts at that time} */
    public boolean countsAt(Instant time) {
        return expiry.isEmpty() || time.isBefore(expiry.get());
    }
}
