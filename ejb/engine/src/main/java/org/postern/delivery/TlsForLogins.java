package org.postern.delivery;

import org.postern.routing.Destination;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Sees to it that secrets are told to nobody else: a host that we log in to has to prove its name, unless it was said that
 * encryption is enough.
 */
public final class TlsForLogins implements TlsPolicies {
    private final TlsPolicies policies;
    private final Set<String> hosts;

    /** @param hosts that we log in to, in lower case */
    public TlsForLogins(TlsPolicies policies, Set<String> hosts) {
        this.policies = policies;
        this.hosts = Set.copyOf(hosts);
    }

    @Override
    public Decision decide(Destination destination, NextServer server) {
        Decision decision = policies.decide(destination, server);
        boolean tooLow = decision instanceof Demanded(TlsDemand demand)
                && (demand instanceof TlsDemand.None || demand instanceof TlsDemand.May
                        || (demand instanceof DaneDemand dane && dane.records().isEmpty()));
        return tooLow && destination instanceof Destination.NextHost next
                && hosts.contains(next.host().toLowerCase(Locale.ROOT))
                        ? new Demanded(new TlsDemand.Verify(List.of(server.name()), Optional.empty()))
                        : decision;
    }
}
