package org.postern.event;

import org.postern.mail.Domain;

import java.util.Locale;

/**
 * An address in the order an index wants: the domain first, so that one index finds a mailbox and everybody of a domain. Lower
 * case, since nobody who searches knows the case; and labels beyond ASCII as A-labels (RFC 5890, 2.3.2.1), since either form may be sought.
 */
public final class AddressKey {
    private static final char SEPARATOR = '/';
    private static final char AFTER_SEPARATOR = '0';

    private AddressKey() {}

    /** {@return {@code domain/local-part} of {@code local-part@domain}; without a domain, {@code /text}} */
    public static String of(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        return at < 0 ? SEPARATOR + lower : domain(lower.substring(at + 1)) + SEPARATOR + lower.substring(0, at);
    }

    /** {@return a domain as keys have it; what is longer than one can be, in lower case alone} */
    public static String domain(String text) {
        return text.isEmpty() || text.length() > Domain.MAX_OCTETS
                ? text.toLowerCase(Locale.ROOT)
                : new Domain(text).key();
    }

    /** {@return the lowest key of the domain; no key of it comes before} */
    public static String first(String domain) {
        return domain(domain) + SEPARATOR;
    }

    /** {@return a key after all of the domain, to be excluded} */
    public static String end(String domain) {
        return domain(domain) + AFTER_SEPARATOR;
    }

    /** {@return what all keys end with that have this local part} */
    public static String ending(String localPart) {
        return SEPARATOR + localPart.toLowerCase(Locale.ROOT);
    }

    /** {@return what all keys have within them whose local part begins so} */
    public static String within(String beginning) {
        return SEPARATOR + beginning.toLowerCase(Locale.ROOT);
    }
}
