package org.postern.report;

import org.postern.auth.ResultName;
import org.postern.auth.dmarc.AlignmentMode;
import org.postern.auth.dmarc.OverrideType;
import org.postern.auth.dmarc.OwnerPolicy;
import org.postern.auth.dmarc.PolicyOverride;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reports to try things with. */
final class Reports {
    static final ReportOrigin ORIGIN = new ReportOrigin("Gateway Ltd.", "postmaster@gw.example", Optional.of("call us"),
            "x1@gw.example", Instant.ofEpochSecond(1_700_000_000), Instant.ofEpochSecond(1_700_086_399),
            Optional.of("sp is no policy"), Optional.of("Postern 0.1"));
    static final PublishedDmarc PUBLISHED = new PublishedDmarc("shop.example", OwnerPolicy.REJECT,
            Optional.of(OwnerPolicy.QUARANTINE), Optional.of(OwnerPolicy.REJECT), Optional.of(AlignmentMode.STRICT),
            Optional.of(AlignmentMode.RELAXED), true, Optional.of("1:d"), Optional.of("treewalk"));

    private Reports() {}

    static ReportRow row(String source, String words) {
        return new ReportRow(new RowFacts(source,
                new EvaluatedPolicy(Disposition.QUARANTINE, false, true, List.of(
                        new PolicyOverride(OverrideType.LOCAL_POLICY, words),
                        new PolicyOverride(OverrideType.POLICY_TEST_MODE, ""))),
                "shop.example", Optional.of(""), Optional.of("app.example"),
                List.of(new DkimResult("shop.example", "k1", ResultName.FAIL, Optional.of("changed")),
                        new DkimResult("list.example", "k2", ResultName.PASS, Optional.empty())),
                Optional.of(new SpfResult("bounce.shop.example", ResultName.SOFTFAIL, Optional.of("maybe")))), 42);
    }

    static AggregateReport report() {
        return new AggregateReport(ORIGIN, PUBLISHED,
                List.of(row("192.0.2.1", "why <not> & \"so\""), row("2001:db8::1", "x")));
    }

    static AggregateReport smallest() {
        ReportOrigin origin = new ReportOrigin("gw.example", "p@gw.example", Optional.empty(), "x", Instant.EPOCH,
                Instant.EPOCH,
                Optional.empty(), Optional.empty());
        PublishedDmarc published = new PublishedDmarc("shop.example", OwnerPolicy.NONE, Optional.empty(),
                Optional.empty(),
                Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());
        RowFacts facts = new RowFacts("192.0.2.1", new EvaluatedPolicy(Disposition.PASS, true, false, List.of()),
                "shop.example",
                Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        return new AggregateReport(origin, published, List.of(new ReportRow(facts, 1)));
    }
}
