package org.postern.auth.spf;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** An address as records and people write it. */
final class AddressText {
    private static final int GROUPS = 8;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private AddressText() {}

    /** {@return four numbers, or 32 digits with dots between them (RFC 7208, 7.3)} */
    static String dotted(InetAddress address) {
        if (address instanceof Inet4Address) {
            return address.getHostAddress();
        }
        return String.join(".", HEX.formatHex(address.getAddress()).split(""));
    }

    /** {@return four numbers, or an IPv6 address with its longest run of zeros left out (RFC 5952, 4)} */
    static String readable(InetAddress address) {
        if (address instanceof Inet4Address) {
            return address.getHostAddress();
        }
        byte[] octets = address.getAddress();
        int start = 0;
        int longest = 0;
        for (int i = 0; i < GROUPS; i++) {
            int zeros = zeros(octets, i);
            start = zeros > longest ? i : start;
            longest = Math.max(longest, zeros);
        }
        if (longest < 2) {
            return groups(octets, 0, GROUPS);
        }
        return groups(octets, 0, start) + "::" + groups(octets, start + longest, GROUPS);
    }

    private static int zeros(byte[] octets, int first) {
        int end = first;
        while (end < GROUPS && group(octets, end) == 0) {
            end++;
        }
        return end - first;
    }

    private static int group(byte[] octets, int index) {
        return (octets[index * 2] & 0xff) << 8 | (octets[index * 2 + 1] & 0xff);
    }

    private static String groups(byte[] octets, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(group(octets, i)));
        }
        return text.toString();
    }
}
