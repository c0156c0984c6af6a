package org.postern.auth.dmarc;

import org.postern.dns.TextDns;

import java.util.Optional;

/** Which organization a domain belongs to (RFC 9989, 4.10.2). */
public final class Organizations {
    private final TextDns dns;

    public Organizations(TextDns dns) {
        this.dns = dns;
    }

    /**
     * {@return the Organizational Domain as A-labels in lower case, after at most eight queries; empty if the DNS does not say now, or this
     * is no domain name}
     */
    public Optional<String> of(String domain) {
        return DomainName.of(domain)
                .map(name -> TreeWalk.from(name, new PolicyRecords(dns)))
                .filter(walk -> walk.trouble().isEmpty())
                .map(TreeWalk::organization);
    }
}
