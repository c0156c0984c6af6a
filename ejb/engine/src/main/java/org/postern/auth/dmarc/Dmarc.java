package org.postern.auth.dmarc;

import org.postern.dns.TextDns;

import java.util.List;
import java.util.Optional;

/**
 * Looks at messages by RFC 9989. Asks the DNS for at most 8 names for the policy, one more for whether the author's domain exists, and 8 for
 * each of the authenticated identifiers, of which it takes {@value Evaluation#MOST_IDENTIFIERS}; only those that lie within the author's
 * organization are asked for. Answers are cached where the DNS is. Never throws for what strangers have written.
 */
public final class Dmarc {
    private final TextDns dns;

    public Dmarc(TextDns dns) {
        this.dns = dns;
    }

    /**
     * {@return what there is to say}
     *
     * @param from the body of each From field, unfolded
     * @param spf of MAIL FROM, or of HELO where the reverse-path is null; empty if it was not looked at
     * @param dkim each signature
     */
    public DmarcFinding look(List<String> from, Optional<CheckedIdentifier> spf, List<CheckedIdentifier> dkim) {
        return new Evaluation(new PolicyRecords(dns), Author.of(from), spf.stream().toList(), dkim).finding();
    }
}
