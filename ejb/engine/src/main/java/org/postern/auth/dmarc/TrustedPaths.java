package org.postern.auth.dmarc;

import org.postern.auth.ResultName;
import org.postern.mail.Domain;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whom an operator has named because mail comes over them honestly and changed. A name stands for all that lies below it. Counts only by
 * what was authenticated: a seal that holds, an SPF pass, or a client's name that leads back to its address.
 */
public final class TrustedPaths {
    /** Nobody. */
    public static final TrustedPaths NONE = new TrustedPaths(Set.of(), Set.of());

    private final Set<String> sealers;
    private final Set<String> forwarders;

    /**
     * @param sealers mailing lists that seal what they send on (RFC 8617)
     * @param forwarders servers that send on for others
     */
    public TrustedPaths(Collection<Domain> sealers, Collection<Domain> forwarders) {
        this.sealers = keys(sealers);
        this.forwarders = keys(forwarders);
    }

    private static Set<String> keys(Collection<Domain> domains) {
        Set<String> keys = new TreeSet<>();
        domains.forEach(domain -> keys.add(domain.key()));
        return keys;
    }

    /** {@return why a message that came this way is not treated as its owner wishes; empty if nobody named has sent it on} */
    Optional<PolicyOverride> override(Circumstances known) {
        return known.sealer()
                .filter(sealer -> isNamed(sealer, sealers))
                .map(sealer -> new PolicyOverride(OverrideType.MAILING_LIST, "arc=pass, sealed by " + sealer))
                .or(() -> Optional.of(known.spfDomain())
                        .filter(domain -> known.spf() == ResultName.PASS && isNamed(domain, forwarders))
                        .map(domain -> new PolicyOverride(OverrideType.TRUSTED_FORWARDER, "spf=pass of " + domain)))
                .or(() -> known.clientName()
                        .filter(name -> isNamed(name, forwarders))
                        .map(name -> new PolicyOverride(OverrideType.TRUSTED_FORWARDER, "sent by " + name)));
    }

    private static boolean isNamed(String domain, Set<String> named) {
        Optional<String> name = named.isEmpty() ? Optional.empty() : DomainName.of(domain);
        for (String at = name.orElse(""); !at.isEmpty(); at = at.substring(at.indexOf('.') + 1)) {
            if (named.contains(at)) {
                return true;
            }
            if (at.indexOf('.') < 0) {
                return false;
            }
        }
        return false;
    }
}
