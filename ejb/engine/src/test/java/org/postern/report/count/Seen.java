package org.postern.report.count;

import org.postern.auth.ResultName;
import org.postern.auth.dmarc.OverrideType;
import org.postern.auth.dmarc.OwnerPolicy;
import org.postern.auth.dmarc.PolicyOverride;
import org.postern.report.DkimResult;
import org.postern.report.Disposition;
import org.postern.report.EvaluatedPolicy;
import org.postern.report.PublishedDmarc;
import org.postern.report.RowFacts;
import org.postern.report.SpfResult;

import java.util.List;
import java.util.Optional;

/** Messages to count. */
public final class Seen {
    private Seen() {}

    public static PublishedDmarc policy(String domain, OwnerPolicy p) {
        return new PublishedDmarc(domain, p, Optional.of(p), Optional.of(p), Optional.empty(), Optional.empty(), false,
                Optional.of("0"), Optional.of("treewalk"));
    }

    public static RowFacts from(String source) {
        return new RowFacts(source,
                new EvaluatedPolicy(Disposition.QUARANTINE, false, true,
                        List.of(new PolicyOverride(OverrideType.LOCAL_POLICY, "so <it> & that"))),
                "shop.example", Optional.of(""), Optional.empty(),
                List.of(new DkimResult("shop.example", "k1", ResultName.FAIL, Optional.empty())),
                Optional.of(new SpfResult("shop.example", ResultName.PASS, Optional.empty())));
    }
}
