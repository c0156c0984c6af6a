package org.postern.auth.dkim;

import org.postern.sentence.Sentence;

import java.security.PublicKey;

/** What a TXT record says about a key (RFC 6376, 3.6.1). */
sealed interface KeyRecord {
    /** It is no key record, or a revoked or unreadable one. */
    record Unusable(Sentence reason) implements KeyRecord {}

    /**
     * A key.
     *
     * @param bits its size
     * @param sha256 whether it may go with this hash ({@code h=})
     * @param mail whether it is for mail ({@code s=})
     * @param testing whether its domain is only testing ({@code t=y})
     * @param strict whether an identity must have the very domain of the signature ({@code t=s})
     */
    record Usable(Algorithm algorithm, PublicKey key, int bits, boolean sha256, boolean mail, boolean testing,
            boolean strict)
            implements
                KeyRecord {}
}
