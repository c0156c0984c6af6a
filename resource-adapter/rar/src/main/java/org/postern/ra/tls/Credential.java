package org.postern.ra.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import javax.security.auth.x500.X500Principal;

/**
 * A certificate with its chain, and its key.
 *
 * @param names the DNS names it is for, lower case; a name may begin with {@code *.} (RFC 6125, 6.4.3)
 */
record Credential(List<X509Certificate> chain, PrivateKey key, List<String> names) {
    /** GeneralName dNSName (RFC 5280, 4.2.1.6). */
    private static final int DNS_NAME = 2;
    private static final String WILDCARD = "*.";

    /**
     * {@return the two, which belong together}
     *
     * @throws GeneralSecurityException if they do not, or there is no certificate
     */
    static Credential of(List<X509Certificate> chain, PrivateKey key) throws GeneralSecurityException {
        if (chain.isEmpty()) {
            throw new GeneralSecurityException("there is no certificate");
        }
        if (!KeyMatch.of(chain.getFirst().getPublicKey(), key)) {
            throw new GeneralSecurityException("the key is not that of the first certificate");
        }
        return new Credential(List.copyOf(chain), key, namesOf(chain.getFirst()));
    }

    private static List<String> namesOf(X509Certificate certificate) throws CertificateParsingException {
        Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
        if (alternatives != null) {
            return alternatives.stream()
                    .filter(name -> name.get(0).equals(DNS_NAME))
                    .map(name -> name.get(1).toString().toLowerCase(Locale.ROOT))
                    .toList();
        }
        String subject = certificate.getSubjectX500Principal().getName(X500Principal.RFC2253);
        return subject.regionMatches(true, 0, "CN=", 0, 3)
                ? List.of(subject.substring(3).split(",", 2)[0].toLowerCase(Locale.ROOT))
                : List.of();
    }

    /** {@return how well it suits this name, given in lower case: 2 exactly, 1 by a wildcard for the first label, 0 not} */
    int suits(String serverName) {
        if (names.contains(serverName)) {
            return 2;
        }
        int dot = serverName.indexOf('.');
        return dot > 0 && names.contains(WILDCARD + serverName.substring(dot + 1)) ? 1 : 0;
    }

    /** {@return whether it can be used where a key of this kind is asked for} */
    boolean hasKey(String keyType) {
        return key.getAlgorithm().equals(keyType) || chain.getFirst().getPublicKey().getAlgorithm().equals(keyType);
    }

    /** {@return the first key with its certificates in a key store} */
    static Credential of(KeyStore store, char[] password) throws GeneralSecurityException {
        for (String alias : java.util.Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias) && store.getKey(alias, password) instanceof PrivateKey key) {
                List<X509Certificate> chain = java.util.Arrays.stream(store.getCertificateChain(alias))
                        .map(X509Certificate.class::cast)
                        .toList();
                return of(chain, key);
            }
        }
        throw new GeneralSecurityException("there is no key in the key store");
    }
}
