package org.postern.auth.dmarc;

import org.postern.auth.ResultName;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a message as far as DMARC goes. A wish of p=reject alone never refuses (RFC 9989, 7.4): that needs an SPF that fails hard,
 * or a score of {@value #REFUSING_SCORE}; else it is quarantine.
 *
 * @param overrides where this is less than the owner wishes or publishes: why, for report and trace
 */
public record Treatment(Act act, List<PolicyOverride> overrides) {
    /** The score of other findings from which p=reject refuses. */
    public static final double REFUSING_SCORE = 3;
    private static final Treatment ACCEPT = new Treatment(Act.ACCEPT, List.of());

    public Treatment {
        overrides = List.copyOf(overrides);
    }

    /** What is done. */
    public enum Act {
        ACCEPT, QUARANTINE, REFUSE,
        /** The RFC leaves it to the receiver (5.3.6, 11.5): nothing is known, or nobody is the author. The owner's policy is not applied. */
        LOCAL
    }

    /** {@return what becomes of a message of which DMARC found this} */
    public static Treatment of(DmarcFinding finding, Circumstances known, TrustedPaths trusted) {
        if (finding.wish().isEmpty()) {
            return new Treatment(Act.LOCAL, finding.applied().isEmpty()
                    ? List.of()
                    : List.of(new PolicyOverride(OverrideType.OTHER, finding.reason().toString())));
        }
        if (finding.result() != ResultName.FAIL || finding.applied().isEmpty()) {
            return ACCEPT;
        }
        AppliedPolicy applied = finding.applied().get();
        List<PolicyOverride> overrides = new ArrayList<>();
        if (applied.wish() != applied.policy()) {
            overrides.add(new PolicyOverride(OverrideType.POLICY_TEST_MODE, "t=y"));
        }
        if (applied.wish() == OwnerPolicy.NONE) {
            return new Treatment(Act.ACCEPT, overrides);
        }
        Optional<PolicyOverride> path = trusted.override(known);
        if (path.isPresent()) {
            return new Treatment(Act.ACCEPT, List.of(path.get()));
        }
        return enforced(applied.wish(), known, overrides);
    }

    private static Treatment enforced(OwnerPolicy wish, Circumstances known, List<PolicyOverride> overrides) {
        if (wish == OwnerPolicy.QUARANTINE) {
            return new Treatment(Act.QUARANTINE, overrides);
        }
        if (known.spf() == ResultName.FAIL || known.score() >= REFUSING_SCORE) {
            return new Treatment(Act.REFUSE, overrides);
        }
        overrides.add(new PolicyOverride(OverrideType.LOCAL_POLICY, "p=reject alone does not reject (RFC 9989, 7.4)"));
        return new Treatment(Act.QUARANTINE, overrides);
    }
}
