package org.postern.auth.dmarc;

/**
 * The record that counts for a message, and what of it (RFC 9989, 4.10.1).
 *
 * @param domain where the record stands, the policy domain of reports
 * @param tag which of its policies counts
 * @param policy what that says, before test mode
 */
public record AppliedPolicy(String domain, PolicyRecord record, Tag tag, OwnerPolicy policy) {
    /** Which policy of a record counts. */
    public enum Tag {
        /** For the domain itself, or for all. */
        P,
        /** For subdomains. */
        SP,
        /** For subdomains that do not exist. */
        NP
    }

    /** {@return what the owner wishes for mail that fails, after test mode} */
    public OwnerPolicy wish() {
        return record.isTesting() ? policy.tested() : policy;
    }
}
