package org.postern.delivery.probe;

import org.postern.sentence.Sentence;

import java.util.List;

/**
 * What asking the servers came to.
 *
 * @param contacts with which servers there was a connection, or none, in their order
 * @param verdict what would become of mail now
 * @param reason the reply on which that rests, a server's or in our own words
 */
public record Probed(List<Contact> contacts, Verdict verdict, Sentence reason) {
    public Probed {
        contacts = List.copyOf(contacts);
    }

    /** What would become of mail for this recipient if it were delivered now. */
    public enum Verdict {
        /** A server would take it, as far as it can be known before the content. */
        TAKEN,
        /** It would wait, and be tried again. */
        WAITING,
        /** It would come back to its sender. */
        RETURNED,
        /** Nobody knows: some servers were not asked, since they are inside and no route leads there. */
        UNKNOWN
    }
}
