package org.postern.delivery;

import org.postern.delivery.host.NextServer;
import org.postern.delivery.tls.Protection;
import org.postern.delivery.tls.PublishedPolicy;
import org.postern.delivery.tls.StsDemand;
import org.postern.delivery.tls.TlsDemand;
import org.postern.delivery.tls.TlsFault;
import org.postern.delivery.tls.TlsPolicies;
import org.postern.routing.Destination;

import java.util.Optional;

/** Says which sessions count for reports (RFC 8460): those under a policy of the domain, and those whose TLS failed without one. */
record TlsAccount(TlsResults results) {
    void opened(OutboundSession session) {
        if (session.isReused()) {
            return;
        }
        Protection protection = session.protection();
        String host = session.server().name();
        Optional<PublishedPolicy> policy = protection.demand().published();
        if (policy.isPresent()) {
            results.count(policy.get(), host, fault(protection));
        } else if (protection.fault().isPresent()
                && session.destination() instanceof Destination.MailExchangers(var domain)) {
            results.count(PublishedPolicy.none(domain.key()), host, protection.fault());
        }
    }

    private static Optional<TlsFault> fault(Protection protection) {
        if (protection.fault().isPresent()) {
            return protection.fault();
        }
        if (protection.tls().isEmpty()) {
            return Optional.of(TlsFault.STARTTLS_NOT_SUPPORTED);
        }
        boolean unlisted = protection.demand() instanceof StsDemand sts && !sts.listed();
        return unlisted ? Optional.of(TlsFault.VALIDATION_FAILURE) : Optional.empty();
    }

    void unprotected(NextServer server, TlsDemand demand, TlsFault fault) {
        demand.published().ifPresent(policy -> results.count(policy, server.name(), Optional.of(fault)));
    }

    void unusable(NextServer server, TlsPolicies.Unusable unusable) {
        results.count(unusable.policy(), server.name(), Optional.of(unusable.fault()));
    }
}
