package org.postern.dns;

import java.util.Locale;

/**
 * What a domain says about a server's certificate (RFC 6698, 2.1).
 *
 * @param usage 0 PKIX-TA, 1 PKIX-EE, 2 DANE-TA, 3 DANE-EE (RFC 7218)
 * @param selector 0 the certificate, 1 its public key
 * @param matching 0 the octets themselves, 1 their SHA-256, 2 their SHA-512
 * @param association what is to be found, in hexadecimal digits, lower case
 */
public record TlsaRecord(int usage, int selector, int matching, String association) {
    public static final int DANE_TA = 2;
    public static final int DANE_EE = 3;

    public TlsaRecord {
        association = association.toLowerCase(Locale.ROOT);
    }

    /** {@return its presentation format (RFC 6698, 2.2)} */
    @Override
    public String toString() {
        return usage + " " + selector + " " + matching + " " + association;
    }
}
