package org.postern.delivery.tls;

import java.util.List;

/**
 * What a domain itself says about TLS to its servers, as reports name it (RFC 8460, 4.4).
 *
 * @param kind which standard it keeps to
 * @param domain of the recipients
 * @param lines the policy as it was applied: TLSA records, or the lines of a policy file
 * @param hosts the patterns of MX hosts in it
 */
public record PublishedPolicy(Kind kind, String domain, List<String> lines, List<String> hosts) {
    public PublishedPolicy {
        lines = List.copyOf(lines);
        hosts = List.copyOf(hosts);
    }

    /** {@return that the domain says nothing} */
    public static PublishedPolicy none(String domain) {
        return new PublishedPolicy(Kind.NO_POLICY_FOUND, domain, List.of(), List.of());
    }

    /** The standards. */
    public enum Kind {
        /** DANE (RFC 7672). */
        TLSA("tlsa"),
        /** MTA-STS (RFC 8461). */
        STS("sts"),
        /** Neither. */
        NO_POLICY_FOUND("no-policy-found");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** {@return the policy type of reports} */
        public String word() {
            return word;
        }
    }
}
