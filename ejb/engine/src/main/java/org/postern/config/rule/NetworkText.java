package org.postern.config.rule;

import org.postern.network.Network;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;

import java.net.InetAddress;

/** Addresses and networks of IP as people write them. */
public final class NetworkText {
    private static final Sentence.Form NO_ADDRESS = Sentence.form("notAnIpAddress", "not an IP address: {0}");
    private static final Sentence.Form NO_LENGTH = Sentence.form("notAPrefixLength", "not a prefix length: {0}");
    private static final Sentence.Form OUT_OF_RANGE = Sentence.form("prefixLength",
            "the prefix length of {0} is 0 to {1}, not {2}");
    private static final Sentence.Form BITS_BEHIND = Sentence.form("bitsBehindPrefix",
            "{0} has bits set after the first {1}");

    private NetworkText() {}

    /**
     * {@return the address with this text form} Never asks the DNS.
     *
     * @throws RefusedException saying what is wrong with it
     */
    public static InetAddress address(String text) {
        try {
            return Network.address(text);
        } catch (IllegalArgumentException e) {
            throw (RefusedException) NO_ADDRESS.refused(text).initCause(e);
        }
    }

    /**
     * {@return the network with this text form, {@code address/prefix}; an address alone is a network of one} Never asks the DNS.
     *
     * @throws RefusedException saying what is wrong with it
     */
    public static Network network(String text) {
        try {
            return Network.parse(text);
        } catch (IllegalArgumentException e) {
            int slash = text.indexOf('/');
            InetAddress base = address(slash < 0 ? text : text.substring(0, slash));
            throw (RefusedException) wrongPrefix(base, text.substring(slash + 1)).initCause(e);
        }
    }

    private static RefusedException wrongPrefix(InetAddress base, String prefix) {
        int most = base.getAddress().length * Byte.SIZE;
        if (!prefix.matches("[+-]?[0-9]{1,9}")) {
            return NO_LENGTH.refused(prefix);
        }
        int length = Integer.parseInt(prefix);
        return length < 0 || length > most
                ? OUT_OF_RANGE.refused(base.getHostAddress(), most, length)
                : BITS_BEHIND.refused(base.getHostAddress(), length);
    }
}
