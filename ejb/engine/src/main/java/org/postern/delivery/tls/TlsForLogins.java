package org.postern.delivery.tls;

import org.postern.delivery.host.NextServer;
import org.postern.delivery.host.Turns;
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
    public boolean isLearned(Destination destination) {
        return policies.isLearned(destination);
    }

    @Override
    public boolean learn(Destination destination, Turns turns) {
        return policies.learn(destination, turns);
    }

    @Override
    public Decision decide(Destination destination, NextServer server) {
        Decision decision = policies.decide(destination, server);
        boolean tooLow = decision instanceof Demanded(TlsDemand demand)
                && (demand instanceof TlsDemand.None || demand instanceof TlsDemand.May
                        || (demand instanceof DaneDemand dane && dane.records().isEmpty()));
        return tooLow && named(destination, server).filter(hosts::contains).isPresent()
                ? new Demanded(new TlsDemand.Verify(List.of(server.name()), Optional.empty()))
                : decision;
    }

    /** {@return the name under which a route knows the server; empty where the DNS named it} */
    private static Optional<String> named(Destination destination, NextServer server) {
        return switch (destination) {
            case Destination.NextHost next -> Optional.of(next.host().toLowerCase(Locale.ROOT));
            case Destination.Smart smart -> Optional.of(server.name().toLowerCase(Locale.ROOT));
            default -> Optional.empty();
        };
    }
}
