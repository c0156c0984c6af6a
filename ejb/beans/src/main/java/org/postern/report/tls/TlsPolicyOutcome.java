package org.postern.report.tls;

import org.postern.delivery.tls.PublishedPolicy;

import java.util.List;

/**
 * What came of one policy.
 *
 * @param succeeded sessions as the policy wants them
 * @param failed sessions that are not
 * @param failures by their kinds, at most {@value #MOST_FAILURES}, more are left out; they need not add up to {@code failed}
 */
public record TlsPolicyOutcome(PublishedPolicy policy, long succeeded, long failed, List<TlsFailure> failures) {
    /** The most kinds of failure of one policy that are read. */
    public static final int MOST_FAILURES = 5000;

    public TlsPolicyOutcome {
        failures = List.copyOf(failures);
    }
}
