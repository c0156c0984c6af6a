package org.postern.report;

import org.postern.auth.ResultName;
import org.postern.auth.dmarc.Alignment;
import org.postern.auth.dmarc.AppliedPolicy;
import org.postern.auth.dmarc.DmarcFinding;
import org.postern.auth.dmarc.OwnerPolicy;
import org.postern.auth.dmarc.PolicyOverride;
import org.postern.auth.dmarc.Treatment;

import java.util.List;

/**
 * What DMARC came to for a message, and why that is not what was published (RFC 9990, 3.1.1.9).
 *
 * @param isDkimAligned whether a signature passed and is the author's
 * @param isSpfAligned whether SPF passed and is the author's
 * @param reasons at most {@value #MOST_REASONS}
 */
public record EvaluatedPolicy(Disposition disposition, boolean isDkimAligned, boolean isSpfAligned,
        List<PolicyOverride> reasons) {
    /** The most reasons of one row. */
    public static final int MOST_REASONS = 10;

    public EvaluatedPolicy {
        reasons = reasons.stream().limit(MOST_REASONS).toList();
    }

    /**
     * {@return what is to be reported of a message}
     *
     * @param done what DMARC came to; {@code LOCAL} counts as nothing
     */
    public static EvaluatedPolicy of(DmarcFinding finding, Treatment done) {
        return new EvaluatedPolicy(disposition(finding, done), finding.dkim() == Alignment.ALIGNED,
                finding.spf() == Alignment.ALIGNED, done.overrides());
    }

    private static Disposition disposition(DmarcFinding finding, Treatment done) {
        return switch (done.act()) {
            case REFUSE -> Disposition.REJECT;
            case QUARANTINE -> Disposition.QUARANTINE;
            case ACCEPT, LOCAL -> passed(finding) ? Disposition.PASS : Disposition.NONE;
        };
    }

    private static boolean passed(DmarcFinding finding) {
        boolean enforcing = finding.applied()
                .map(AppliedPolicy::policy)
                .filter(one -> one != OwnerPolicy.NONE)
                .isPresent();
        return finding.result() == ResultName.PASS && enforcing;
    }
}
