package org.postern.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * A range of IP addresses in CIDR notation (RFC 4632; RFC 4291, 2.3). An IPv4 address that arrives as an IPv4-mapped IPv6 address
 * is the IPv4 address.
 *
 * @param base the first address of the range
 * @param prefix how many leading bits are fixed
 */
public record Network(InetAddress base, int prefix) {
    private static final int OCTET = 8;

    public Network {
        byte[] octets = base.getAddress();
        if (prefix < 0 || prefix > octets.length * OCTET) {
            throw new IllegalArgumentException("the prefix length of " + base.getHostAddress() + " is 0 to "
                    + octets.length * OCTET + ", not " + prefix);
        }
        if (!Arrays.equals(octets, masked(octets, prefix))) {
            throw new IllegalArgumentException(base.getHostAddress() + " has bits set after the first " + prefix);
        }
    }

    /**
     * {@return the network with this text form, {@code address/prefix}; an address alone is a network of one} Never asks the DNS.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        InetAddress base = address(slash < 0 ? text : text.substring(0, slash));
        int bits = base.getAddress().length * OCTET;
        return new Network(base, slash < 0 ? bits : prefix(text.substring(slash + 1)));
    }

    /** {@return the network of this many leading bits that the address lies in} */
    public static Network around(InetAddress address, int prefix) {
        try {
            return new Network(InetAddress.getByAddress(masked(address.getAddress(), prefix)), prefix);
        } catch (UnknownHostException wrongLength) {
            throw new IllegalArgumentException("not an address: " + address, wrongLength);
        }
    }

    /**
     * {@return the address with this text form} Never asks the DNS.
     *
     * @throws IllegalArgumentException if it is not four decimal numbers or an IPv6 address
     */
    public static InetAddress address(String text) {
        boolean plausible = text.indexOf(':') >= 0 || text.chars().filter(c -> c == '.').count() == 3;
        try {
            if (plausible) {
                return InetAddress.ofLiteral(text);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not an IP address: " + text, e);
        }
        throw new IllegalArgumentException("not an IP address: " + text);
    }

    private static int prefix(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a prefix length: " + text, e);
        }
    }

    /** {@return whether the address lies in the range; never if it is of the other family} */
    public boolean contains(InetAddress address) {
        byte[] octets = address.getAddress();
        byte[] fixed = base.getAddress();
        if (octets.length != fixed.length) {
            return false;
        }
        int whole = prefix / OCTET;
        int rest = prefix % OCTET;
        return Arrays.equals(octets, 0, whole, fixed, 0, whole)
                && (rest == 0 || (octets[whole] & mask(rest)) == (fixed[whole] & mask(rest)));
    }

    private static byte[] masked(byte[] octets, int prefix) {
        byte[] result = Arrays.copyOf(Arrays.copyOf(octets, (prefix + OCTET - 1) / OCTET), octets.length);
        if (prefix % OCTET != 0) {
            result[prefix / OCTET] &= (byte) mask(prefix % OCTET);
        }
        return result;
    }

    private static int mask(int leadingBits) {
        return 0xff << (OCTET - leadingBits) & 0xff;
    }

    @Override
    public String toString() {
        return base.getHostAddress() + "/" + prefix;
    }
}
