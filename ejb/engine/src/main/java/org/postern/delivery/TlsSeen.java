package org.postern.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * How sessions with one server were protected when mail went to one destination, as far as this node has seen since it started.
 *
 * @param server name and port
 * @param used what the last session that came about was protected by; empty if none did
 * @param failed what went wrong with TLS last, also where the session came about without; empty if nothing did
 */
public record TlsSeen(String server, Optional<Used> used, Optional<Failed> failed) {
    /**
     * Sessions that were protected alike.
     *
     * @param tls protocol and cipher; empty in the clear
     * @param verified whether the server had proved to be the one that was meant
     * @param demand what was demanded, and by which policy
     * @param since when this was so for the first time in a row
     * @param last when it was so last
     */
    public record Used(Optional<String> tls, boolean verified, String demand, Instant since, Instant last) {
        private boolean isAs(Used other) {
            return tls.equals(other.tls) && verified == other.verified && demand.equals(other.demand);
        }
    }

    /** TLS that failed. {@code reason} is in words, with a stranger's among them; {@code demand} is what was not met. */
    public record Failed(String demand, String reason, Instant at) {}

    static TlsSeen nothing(String server) {
        return new TlsSeen(server, Optional.empty(), Optional.empty());
    }

    TlsSeen with(Used now) {
        Instant since = used.filter(before -> before.isAs(now)).map(Used::since).orElse(now.since());
        return new TlsSeen(server,
                Optional.of(new Used(now.tls(), now.verified(), now.demand(), since, now.last())), failed);
    }

    TlsSeen with(Failed now) {
        return new TlsSeen(server, used, Optional.of(now));
    }
}
