package org.postern.auth.dkim;

import org.postern.mail.Domain;

/**
 * Where a key is published (RFC 6376, 3.6.2.1).
 *
 * @param text the name in the DNS, all labels as A-labels (RFC 8616, 4), in lower case, at most {@value #LONGEST} octets
 */
public record KeyName(String text) {
    static final int LONGEST = 253;

    /**
     * {@return the name of a key}
     *
     * @throws Unacceptable when no such name can stand in the DNS
     */
    public static KeyName of(Domain selector, Domain domain) throws Unacceptable {
        String name = selector.key() + "._domainkey." + domain.key();
        if (name.length() > LONGEST) {
            throw Unacceptable.broken("the name of the key is too long");
        }
        return new KeyName(name);
    }
}
