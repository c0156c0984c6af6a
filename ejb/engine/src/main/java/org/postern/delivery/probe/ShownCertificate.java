package org.postern.delivery.probe;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A certificate that a server has shown, strangers' words.
 *
 * @param names the DNS names that it is for (RFC 9525), at most {@value #MOST_NAMES}
 */
public record ShownCertificate(String subject, String issuer, Instant begins, Instant ends, List<String> names) {
    private static final int MOST_NAMES = 20;
    private static final int LONGEST = 300;
    private static final int DNS_NAME = 2;

    public ShownCertificate {
        names = List.copyOf(names);
    }

    static ShownCertificate of(X509Certificate certificate) {
        return new ShownCertificate(shortened(certificate.getSubjectX500Principal().getName()),
                shortened(certificate.getIssuerX500Principal().getName()), certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(), names(certificate));
    }

    private static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> all = certificate.getSubjectAlternativeNames();
            return all == null
                    ? List.of()
                    : all.stream()
                            .filter(name -> name.getFirst().equals(DNS_NAME))
                            .limit(MOST_NAMES)
                            .map(name -> shortened(name.get(1).toString()))
                            .toList();
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }

    private static String shortened(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", " ");
        return printable.length() > LONGEST ? printable.substring(0, LONGEST) + "…" : printable;
    }
}
