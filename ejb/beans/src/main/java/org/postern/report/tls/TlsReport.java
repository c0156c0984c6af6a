package org.postern.report.tls;

import java.time.Instant;
import java.util.List;

/**
 * What somebody has seen of the TLS of our servers (RFC 8460, 4.4). All texts are as they were written, at most
 * {@value JsonNodes#LONGEST_TEXT} characters; what was left out is empty.
 *
 * @param organization who reports
 * @param contact where to ask
 * @param id unique among the reports of one organization
 * @param policies at most {@value #MOST_POLICIES}
 */
public record TlsReport(String organization, Instant begin, Instant end, String contact, String id,
        List<TlsPolicyOutcome> policies) {
    /** The most policies that are read. */
    public static final int MOST_POLICIES = 1000;

    public TlsReport {
        policies = List.copyOf(policies);
    }
}
