package org.postern.web.door;

import org.postern.network.ClientNetwork;
import org.postern.network.Network;
import org.postern.network.Networks;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Who asks, as seen through reverse proxies of one's own.
 *
 * @param address the last one on the way that is none of the proxies
 * @param secure whether it came by TLS: to the server itself, or as the nearest proxy says
 * @param host what was asked for, as {@code name:port} or {@code name}; a stranger may write anything there
 */
record Client(InetAddress address, boolean secure, String host) {
    private static final int MOST_HOPS = 50;

    /**
     * {@return the client behind whoever has opened the connection}
     *
     * @param peer who has opened the connection
     * @param byTls whether that connection is one by TLS
     * @param asked what it has written, which is minded of a proxy alone
     */
    static Client of(InetAddress peer, boolean byTls, Forwarded asked, Networks proxies) {
        if (!proxies.contains(peer)) {
            return new Client(peer, byTls, asked.host());
        }
        return new Client(behind(peer, values(asked.addresses()), proxies),
                byTls || last(asked.protocols()).filter("https"::equalsIgnoreCase).isPresent(),
                last(asked.hosts()).orElse(asked.host()));
    }

    /**
     * What stands in the fields of a request.
     *
     * @param addresses {@code X-Forwarded-For}
     * @param protocols {@code X-Forwarded-Proto}
     * @param hosts {@code X-Forwarded-Host}
     * @param host {@code Host}
     */
    record Forwarded(List<String> addresses, List<String> protocols, List<String> hosts, String host) {}

    /** {@return its network, by which clients are counted} */
    String network() {
        return ClientNetwork.of(address);
    }

    /** {@return the network that one attacker may have all of} */
    String wideNetwork() {
        return ClientNetwork.wide(address);
    }

    private static InetAddress behind(InetAddress peer, List<String> hops, Networks proxies) {
        InetAddress nearest = peer;
        List<String> fromHere = hops.reversed();
        for (String hop : fromHere.subList(0, Math.min(MOST_HOPS, fromHere.size()))) {
            Optional<InetAddress> next = address(hop);
            if (next.isEmpty()) {
                return nearest;
            }
            nearest = next.get();
            if (!proxies.contains(nearest)) {
                return nearest;
            }
        }
        return nearest;
    }

    private static Optional<InetAddress> address(String hop) {
        String bare = hop.startsWith("[")
                ? hop.replaceFirst("^\\[([^\\]]*)\\](:\\d+)?$", "$1")
                : hop.replaceFirst("^([0-9.]+):\\d+$", "$1");
        try {
            return Optional.of(Network.address(bare));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> last(List<String> fields) {
        List<String> values = values(fields);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }

    private static List<String> values(List<String> fields) {
        return fields.stream()
                .flatMap(field -> Arrays.stream(field.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
