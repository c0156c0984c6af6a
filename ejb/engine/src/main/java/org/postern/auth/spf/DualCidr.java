package org.postern.auth.spf;

/**
 * How many leading bits of an address count, of each family (RFC 7208, 5.3).
 *
 * @param ipv4 0 to 32
 * @param ipv6 0 to 128
 */
record DualCidr(int ipv4, int ipv6) {
    /** The argument of a mechanism, and the lengths at its end. */
    record Split(String rest, DualCidr lengths) {}

    /** {@return the argument of {@code a} or {@code mx} without the lengths at its end, and these; all bits count where none is given} */
    static Split split(String argument) throws Malformed {
        int last = Prefix.slash(argument);
        if (last < 0) {
            return new Split(argument, new DualCidr(Prefix.IPV4_BITS, Prefix.IPV6_BITS));
        }
        String digits = argument.substring(last + 1);
        if (last == 0 || argument.charAt(last - 1) != '/') {
            int ipv4 = Prefix.length(digits, Prefix.IPV4_BITS);
            return new Split(argument.substring(0, last), new DualCidr(ipv4, Prefix.IPV6_BITS));
        }
        int ipv6 = Prefix.length(digits, Prefix.IPV6_BITS);
        String rest = argument.substring(0, last - 1);
        int first = Prefix.slash(rest);
        if (first < 0) {
            return new Split(rest, new DualCidr(Prefix.IPV4_BITS, ipv6));
        }
        int ipv4 = Prefix.length(rest.substring(first + 1), Prefix.IPV4_BITS);
        return new Split(rest.substring(0, first), new DualCidr(ipv4, ipv6));
    }
}
