package org.postern.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The part of a mailbox to the right of the last {@code @}: a domain name, or an address literal in brackets (RFC 5321,
 * 4.1.2 and 4.1.3). Two domains are equal when they differ in case alone (RFC 5321, 2.4), or in the way a
 * label beyond ASCII is written (RFC 5890, 2.3.2.4); what was written is kept.
 *
 * @param text as it was written, without a trailing dot; never empty, at most 255 octets
 */
public record Domain(String text) {
    /** The longest domain, in octets (RFC 5321, 4.5.3.1.2). */
    public static final int MAX_OCTETS = 255;

    public Domain {
        if (text.isEmpty() || text.length() > MAX_OCTETS) {
            throw new IllegalArgumentException("a domain has 1 to " + MAX_OCTETS + " octets");
        }
    }

    /** {@return the lower-case form, labels beyond ASCII as A-labels (RFC 5890, 2.3.2.1), for comparing and looking up} */
    public String key() {
        if (ALabel.isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        return Arrays.stream(text.split("\\.", -1)).map(ALabel::of).collect(Collectors.joining("."));
    }

    /** {@return whether every label is as the DNS knows it} */
    public boolean isAscii() {
        return ALabel.isAscii(text);
    }

    /** {@return whether this is an address literal such as {@code [192.0.2.1]}} */
    public boolean isLiteral() {
        return text.startsWith("[");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Domain that && key().equals(that.key());
    }

    @Override
    public int hashCode() {
        return Objects.hash(key());
    }

    @Override
    public String toString() {
        return text;
    }
}
