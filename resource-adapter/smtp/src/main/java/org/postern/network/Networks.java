package org.postern.network;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * A set of IP addresses.
 *
 * @param ranges those that belong to it; none by default
 */
public record Networks(List<Network> ranges) {
    public static final Networks NONE = new Networks(List.of());

    public Networks {
        ranges = List.copyOf(ranges);
    }

    /**
     * {@return the networks in this text, separated by commas; what is blank between two of them is left out} Never asks the DNS.
     *
     * @throws IllegalArgumentException naming the first that is none, and what is wrong with it
     */
    public static Networks parse(String text) {
        return new Networks(Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(Networks::network)
                .toList());
    }

    private static Network network(String text) {
        try {
            return Network.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is no IP address or network: " + e.getMessage(), e);
        }
    }

    public boolean contains(InetAddress address) {
        for (Network range : ranges) {
            if (range.contains(address)) {
                return true;
            }
        }
        return false;
    }
}
