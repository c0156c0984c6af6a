package org.postern.config.rule;

import java.net.InetAddress;
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

    public boolean contains(InetAddress address) {
        for (Network range : ranges) {
            if (range.contains(address)) {
                return true;
            }
        }
        return false;
    }
}
