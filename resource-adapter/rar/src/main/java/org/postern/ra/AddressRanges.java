package org.postern.ra;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Ranges of IP addresses in CIDR notation (RFC 4632; RFC 4291, 2.3).
 *
 * @param all the ranges
 */
record AddressRanges(List<Range> all) {
    static final AddressRanges NONE = new AddressRanges(List.of());

    private static final int OCTET = 8;

    /** The addresses whose first bits are those of this one. */
    record Range(InetAddress base, int prefix) {
        boolean contains(InetAddress address) {
            byte[] octets = address.getAddress();
            byte[] fixed = base.getAddress();
            int whole = prefix / OCTET;
            int rest = prefix % OCTET;
            return octets.length == fixed.length && Arrays.equals(octets, 0, whole, fixed, 0, whole)
                    && (rest == 0
                            || (octets[whole] & 0xff) >> (OCTET - rest) == (fixed[whole] & 0xff) >> (OCTET - rest));
        }
    }

    /**
     * {@return the ranges in this text, separated by commas; an address alone is a range of one}
     *
     * @throws IllegalArgumentException naming the property, and what is wrong
     */
    static AddressRanges parse(ListenerProperty property, String text) {
        return new AddressRanges(Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> range(property, part))
                .toList());
    }

    private static Range range(ListenerProperty property, String text) {
        int slash = text.indexOf('/');
        try {
            InetAddress base = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            int bits = base.getAddress().length * OCTET;
            int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
            if (prefix >= 0 && prefix <= bits) {
                return new Range(base, prefix);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(property + ": '" + text + "' is no IP address or network", e);
        }
        throw new IllegalArgumentException(property + ": the prefix length of '" + text + "' is too long");
    }

    boolean contains(InetAddress address) {
        return all.stream().anyMatch(range -> range.contains(address));
    }
}
