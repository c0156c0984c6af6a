package org.postern.auth.spf;

import org.postern.sentence.Sentence;

import java.net.InetAddress;
import java.util.Arrays;

/** The leading bits of addresses, and their number as records write it (RFC 7208, 12). */
final class Prefix {
    private static final Sentence.Form NO_LENGTH = Sentence.form("spfNoPrefixLengthOfX",
            "/{0} is no prefix length of 0 to {1}");
    static final int IPV4_BITS = 32;
    static final int IPV6_BITS = 128;
    private static final int OCTET = 8;
    private static final int MOST_DIGITS = 3;

    private Prefix() {}

    /** {@return where the slash stands that has nothing but digits behind it, at least one; -1 if there is none} */
    static int slash(String text) {
        int start = text.length();
        while (start > 0 && Grammar.isDigit(text.charAt(start - 1))) {
            start--;
        }
        return start > 0 && start < text.length() && text.charAt(start - 1) == '/' ? start - 1 : -1;
    }

    /** {@return a number of bits, which has no zero before another digit} */
    static int length(String digits, int most) throws Malformed {
        boolean padded = digits.length() > 1 && digits.startsWith("0");
        if (digits.isEmpty() || digits.length() > MOST_DIGITS || padded || Integer.parseInt(digits) > most) {
            throw new Malformed(NO_LENGTH.with(digits, String.valueOf(most)));
        }
        return Integer.parseInt(digits);
    }

    /** {@return whether two addresses are of one family and have these leading bits in common} */
    static boolean isShared(InetAddress one, InetAddress other, int bits) {
        byte[] left = one.getAddress();
        byte[] right = other.getAddress();
        if (left.length != right.length) {
            return false;
        }
        int whole = bits / OCTET;
        int rest = bits % OCTET;
        return Arrays.equals(left, 0, whole, right, 0, whole)
                && (rest == 0 || ((left[whole] ^ right[whole]) & 0xff) >> (OCTET - rest) == 0);
    }
}
