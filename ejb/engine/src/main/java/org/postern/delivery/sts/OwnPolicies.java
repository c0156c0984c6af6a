package org.postern.delivery.sts;

import org.postern.config.GatewayName;
import org.postern.mail.Domain;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The policies that are published here for domains of one's own (RFC 8461, 3.2 and 3.3). */
public final class OwnPolicies {
    /** What stands before a domain in the name of the host that has its policy. */
    public static final String HOST = "mta-sts.";
    /** Where that host has it. */
    public static final String PATH = "/.well-known/mta-sts.txt";

    private final Map<String, StsPolicy> byDomain = new HashMap<>();

    public OwnPolicies(List<PublishedPolicy> policies, GatewayName gateway) {
        policies.forEach(policy -> policy.domains()
                .forEach(domain -> byDomain.putIfAbsent(domain.key(), policy.by(gateway.domain().key()))));
    }

    public Optional<StsPolicy> of(Domain domain) {
        return Optional.ofNullable(byDomain.get(domain.key()));
    }

    /** {@return the file that a host has; a name as a client wrote it, without a port} */
    public Optional<String> fileAt(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return bare.startsWith(HOST)
                ? Optional.ofNullable(byDomain.get(bare.substring(HOST.length()))).map(StsPolicy::file)
                : Optional.empty();
    }
}
