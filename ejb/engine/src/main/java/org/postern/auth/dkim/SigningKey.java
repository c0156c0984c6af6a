package org.postern.auth.dkim;

import org.postern.mail.Domain;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;

/**
 * What a domain signs with.
 *
 * @param domain that answers for the message
 * @param selector under which the public key stands in the DNS
 */
public record SigningKey(Domain domain, Domain selector, Algorithm algorithm, PrivateKey key) {
    /**
     * {@return a key that was kept as octets}
     *
     * @param pkcs8 what {@link PrivateKey#getEncoded} gave
     * @throws GeneralSecurityException when that is no key of this algorithm
     */
    public static SigningKey of(Domain domain, Domain selector, Algorithm algorithm, byte[] pkcs8)
            throws GeneralSecurityException {
        PrivateKey key = KeyFactory.getInstance(algorithm.family()).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        return new SigningKey(domain, selector, algorithm, key);
    }
}
