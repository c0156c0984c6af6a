package org.postern.admin.parked;

import org.postern.config.rule.TlsPolicy;
import org.postern.delivery.sts.StsPolicy;
import org.postern.delivery.TlsSeen;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * TLS with a destination's servers.
 *
 * @param servers what this node has seen of each since it started
 * @param policy what the operator wants
 * @param rule whom the table is for that says so; empty where it is the setting for all, so that what the domain publishes comes first
 * @param sts the domain's policy, as it is remembered and counts still; empty where none does
 */
public record TlsView(List<TlsSeen> servers, TlsPolicy policy, Optional<String> rule, Optional<Sts> sts) {
    public TlsView {
        servers = List.copyOf(servers);
    }

    /**
     * A policy (RFC 8461).
     *
     * @param hosts patterns of its MX hosts
     * @param until when it counts, unless it is fetched again
     */
    public record Sts(String id, StsPolicy.Mode mode, List<String> hosts, Instant fetched, Instant until) {}
}
