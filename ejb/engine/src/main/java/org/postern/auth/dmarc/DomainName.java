package org.postern.auth.dmarc;

import org.postern.mail.Domain;

import java.util.Optional;

/** Names as they are compared and asked for: A-labels, in lower case, without a trailing dot. */
final class DomainName {
    /** What still fits into a name of the DNS with a label of ours before it (RFC 1035, 2.3.4). */
    private static final int LONGEST = 253 - "_dmarc.".length();
    private static final int LONGEST_LABEL = 63;

    private DomainName() {}

    /** {@return the name; empty if it is none that mail is written under, such as an address literal} */
    static Optional<String> of(String text) {
        String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (bare.isEmpty() || bare.length() > Domain.MAX_OCTETS) {
            return Optional.empty();
        }
        return Optional.of(new Domain(bare).key()).filter(DomainName::isName);
    }

    private static boolean isName(String key) {
        int label = 0;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c == '.') {
                if (label == 0) {
                    return false;
                }
                label = 0;
            } else if (++label > LONGEST_LABEL || !(isLetterOrDigit(c) || c == '-' || c == '_')) {
                return false;
            }
        }
        return label > 0 && key.length() <= LONGEST;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    /** {@return whether a name is this domain, or lies below it} */
    static boolean isWithin(String name, String domain) {
        return name.endsWith(domain)
                && (name.length() == domain.length() || name.charAt(name.length() - domain.length() - 1) == '.');
    }

    static int labels(String name) {
        return 1 + (int) name.chars().filter(c -> c == '.').count();
    }

    /** {@return the last labels of a name, so many} */
    static String last(String name, int labels) {
        int at = name.length();
        for (int i = 0; i < labels; i++) {
            at = name.lastIndexOf('.', at - 1);
            if (at < 0) {
                return name;
            }
        }
        return name.substring(at + 1);
    }
}
