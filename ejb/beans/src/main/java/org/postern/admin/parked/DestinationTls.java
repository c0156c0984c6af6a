package org.postern.admin.parked;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.config.file.Configuration;
import org.postern.config.rule.RecipientPattern;
import org.postern.config.rule.TlsPolicy;
import org.postern.config.rule.TlsRule;
import org.postern.delivery.sts.KnownPolicies;
import org.postern.delivery.sts.KnownPolicy;
import org.postern.delivery.sts.StsSettings;
import org.postern.delivery.tls.ConfiguredTlsPolicies;
import org.postern.delivery.tls.TlsPolicySettings;
import org.postern.delivery.TlsMemory;
import org.postern.routing.Destination;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What TLS sessions with a destination's servers had and have to have, by what this node has seen and what is kept. Nobody is asked. */
@Desk
@Singleton
public class DestinationTls {
    private final TlsMemory memory;
    private final KnownPolicies known;
    private final Configuration configuration;
    private final ConfiguredTlsPolicies rules;
    private final InstantSource clock;

    @Inject
    DestinationTls(TlsMemory memory, KnownPolicies known, Configuration configuration, InstantSource clock) {
        this.memory = memory;
        this.known = known;
        this.configuration = configuration;
        this.rules = new ConfiguredTlsPolicies(configuration.tlsRules(), TlsPolicy.MAY);
        this.clock = clock;
    }

    /** {@return what is known of this destination} */
    @Looks(Role.AUDITOR)
    public TlsView of(Destination destination) {
        Optional<TlsRule> rule = name(destination).flatMap(rules::rule);
        TlsPolicy usual = configuration.settings().get(TlsPolicySettings.TLS);
        return new TlsView(memory.of(destination), rule.map(TlsRule::policy).orElse(usual),
                rule.map(TlsRule::domains).map(RecipientPattern::text),
                rule.isEmpty() && usual != TlsPolicy.NONE ? policy(destination) : Optional.empty());
    }

    /** {@return the name that rules are asked by; smart hosts have many} */
    private static Optional<String> name(Destination destination) {
        return switch (destination) {
            case Destination.MailExchangers mx -> Optional.of(mx.domain().key());
            case Destination.NextHost next -> Optional.of(next.host());
            case Destination.LmtpHost next -> Optional.of(next.host());
            default -> Optional.empty();
        };
    }

    private Optional<TlsView.Sts> policy(Destination destination) {
        return destination instanceof Destination.MailExchangers(var domain)
                && configuration.settings().get(StsSettings.USE)
                        ? known.find(domain.key())
                                .filter(policy -> clock.instant().isBefore(policy.end()))
                                .map(DestinationTls::told)
                        : Optional.empty();
    }

    private static TlsView.Sts told(KnownPolicy policy) {
        return new TlsView.Sts(policy.id(), policy.policy().mode(), List.copyOf(policy.policy().hosts()),
                policy.fetched(), policy.end());
    }
}
