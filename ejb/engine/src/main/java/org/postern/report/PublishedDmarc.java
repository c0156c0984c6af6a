package org.postern.report;

import org.postern.auth.dmarc.AlignmentMode;
import org.postern.auth.dmarc.AppliedPolicy;
import org.postern.auth.dmarc.OwnerPolicy;
import org.postern.auth.dmarc.PolicyRecord;

import java.util.Optional;

/**
 * The policy that a report is about (RFC 9990, 3.1.1.5). What the record does not say has its default.
 *
 * @param domain the policy domain
 * @param np not there in reports by RFC 7489
 * @param failureOptions {@code fo}
 * @param method how the record was found: {@code treewalk}, or {@code psl} in reports of others
 */
public record PublishedDmarc(String domain, OwnerPolicy p, Optional<OwnerPolicy> sp, Optional<OwnerPolicy> np,
        Optional<AlignmentMode> adkim, Optional<AlignmentMode> aspf, boolean isTesting, Optional<String> failureOptions,
        Optional<String> method) {
    private static final String TREE_WALK = "treewalk";

    /** {@return what is to be reported of a record that was applied} */
    public static PublishedDmarc of(AppliedPolicy applied) {
        PolicyRecord record = applied.record();
        OwnerPolicy sp = record.sp().orElse(record.p());
        return new PublishedDmarc(applied.domain(), record.p(), Optional.of(sp), Optional.of(record.np().orElse(sp)),
                Optional.of(record.adkim()), Optional.of(record.aspf()), record.isTesting(),
                Optional.of(record.failureOptions()), Optional.of(TREE_WALK));
    }
}
