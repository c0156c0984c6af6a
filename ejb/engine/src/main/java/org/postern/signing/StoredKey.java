package org.postern.signing;

import org.postern.auth.dkim.Algorithm;
import org.postern.auth.dkim.KeyText;
import org.postern.mail.Domain;

import java.time.Instant;
import java.util.Optional;

/**
 * A key of one of our domains, as it is kept.
 *
 * @param domain that it signs for; A-labels in lower case
 * @param selector under which the DNS has its record; in lower case
 * @param text the record
 * @param sealed its private part; thrown away when it is retired
 * @param changedBy who brought it into its present state
 */
public record StoredKey(Domain domain, Domain selector, Algorithm algorithm, KeyText text, Optional<SealedKey> sealed,
        KeyLife life, String changedBy) {
    /** {@return where the DNS has its record} */
    public String name() {
        return name(domain, selector);
    }

    /** {@return where the DNS has the record of a key (RFC 6376, 3.6.2.1)} */
    public static String name(Domain domain, Domain selector) {
        return selector.key() + "._domainkey." + domain.key();
    }

    public KeyState state() {
        return life.state();
    }

    /** {@return whether it signs nothing yet} */
    public boolean isWaiting() {
        return state() == KeyState.MADE || state() == KeyState.PUBLISHED;
    }

    /** {@return the same in its next state; without its private part when nobody needs that any more} */
    public StoredKey next(Instant at, String by) {
        KeyLife next = life.next(at);
        return new StoredKey(domain, selector, algorithm, text,
                next.state() == KeyState.RETIRED ? Optional.empty() : sealed, next, by);
    }
}
