package org.postern.net;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The names that a certificate was issued for, as RFC 9525 wants them read: DNS names among the subject's alternative names, never
 * the subject itself. A wildcard is a whole label, the left-most, and stands for exactly one.
 */
public final class DnsIds {
    /** Type of a DNS name among the alternative names (RFC 5280, 4.2.1.6). */
    private static final Integer DNS_NAME = 2;

    private DnsIds() {}

    /** {@return the names in it, in lower case} */
    public static List<String> of(X509Certificate certificate) throws CertificateParsingException {
        Collection<List<?>> all = Optional.ofNullable(certificate.getSubjectAlternativeNames()).orElse(List.of());
        return all.stream()
                .filter(name -> DNS_NAME.equals(name.getFirst()))
                .map(name -> normal((String) name.get(1)))
                .toList();
    }

    /**
     * {@return whether a presented name is the wanted one}
     *
     * @param wanted a name, or {@code .example.org} for any below example.org
     */
    public static boolean matches(String wanted, String presented) {
        String name = normal(wanted);
        if (name.startsWith(".")) {
            return presented.endsWith(name) && presented.length() > name.length();
        }
        if (!presented.startsWith("*.")) {
            return presented.equals(name);
        }
        int dot = name.indexOf('.');
        return dot > 0 && presented.indexOf('.', 2) > 0 && name.substring(dot).equals(presented.substring(1));
    }

    private static String normal(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
