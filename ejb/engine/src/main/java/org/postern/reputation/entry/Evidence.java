package org.postern.reputation.entry;

import org.postern.mail.Domain;
import org.postern.mail.Mailbox;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a message says of where it comes from, and what of that has been proved.
 *
 * @param client proved by the connection
 * @param sender of MAIL; empty for the null reverse-path; a mere word
 * @param authors of the From field, mere words also; empty while the content is not there
 * @param proved domains that have passed: that of MAIL by SPF, those of DKIM signatures, that of From by DMARC
 */
public record Evidence(InetAddress client, Optional<Mailbox> sender, Optional<List<Mailbox>> authors,
        Set<Domain> proved) {
    /** Authors that are looked at; more stand in no honest mail. */
    public static final int MOST_AUTHORS = 100;

    public Evidence {
        authors = authors.map(all -> all.stream().limit(MOST_AUTHORS).toList());
        proved = Set.copyOf(proved);
    }

    /**
     * {@return the one whom people will take for the sender, if that is one and has been proved by the very domain} It is the author as soon as the
     * content is there: who may send for one domain may still write another into From.
     */
    Optional<Mailbox> provedSender() {
        return claimedSender().filter(mailbox -> proved.contains(mailbox.domain()));
    }

    /** {@return the same, proved or not} */
    Optional<Mailbox> claimedSender() {
        return authors.isEmpty()
                ? sender
                : authors.filter(all -> all.size() == 1).map(List::getFirst);
    }
}
