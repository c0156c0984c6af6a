package org.postern.delivery.tls;

import org.postern.smtp.client.StartTls;

import java.util.Optional;

/**
 * By TLS with a certificate that leads to an authority and has the host's name, as the policy of the domain wants it (RFC 8461, 4).
 * While the domain only tests its policy, by TLS if it comes about, and what would have been wrong is counted.
 *
 * @param policy for reports
 * @param host whose name the certificate has to have
 * @param id of the policy
 * @param enforced whether it counts; else it is being tested
 * @param listed whether the policy names the host; always so where it is enforced
 */
public record StsDemand(PublishedPolicy policy, String host, String id, boolean enforced, boolean listed)
        implements
            TlsDemand {
    public StsDemand {
        if (enforced && !listed) {
            throw new IllegalArgumentException("no session will do with a host that the policy does not name");
        }
    }

    @Override
    public boolean isMetBy(Protection protection) {
        return protection.demand().equals(this) && (!enforced || protection.isVerified());
    }

    @Override
    public StartTls startTls() {
        return enforced ? StartTls.ALWAYS : StartTls.IF_OFFERED;
    }

    @Override
    public Optional<PublishedPolicy> published() {
        return Optional.of(policy);
    }

    @Override
    public String toString() {
        String mode = enforced ? "enforced" : "tested";
        return "mta-sts " + id + ", " + mode + (listed ? "" : ", which does not name this host");
    }
}
