package org.postern.report;

import org.postern.auth.ResultName;
import org.postern.auth.dmarc.AlignmentMode;
import org.postern.auth.dmarc.OverrideType;
import org.postern.auth.dmarc.OwnerPolicy;
import org.postern.auth.dmarc.PolicyOverride;

import java.util.Locale;
import java.util.Optional;

/** Policies and rows out of elements. Words that are not known are taken for the one that says least. */
final class RowReader {
    private static final long MOST_MESSAGES = 1_000_000_000_000L;
    private static final String PASS = "pass";

    private RowReader() {}

    static PublishedDmarc published(XmlNode node) throws UnreadableReportException {
        return new PublishedDmarc(node.required("domain"), policy(node, "p").orElse(OwnerPolicy.NONE),
                policy(node, "sp"),
                policy(node, "np"), mode(node, "adkim"), mode(node, "aspf"),
                node.text("testing").equals(Optional.of("y")),
                node.words("fo"), node.words("discovery_method"));
    }

    private static Optional<OwnerPolicy> policy(XmlNode node, String child) {
        return node.words(child).flatMap(OwnerPolicy::of);
    }

    private static Optional<AlignmentMode> mode(XmlNode node, String child) {
        return node.words(child).map(letter -> letter.equals("s") ? AlignmentMode.STRICT : AlignmentMode.RELAXED);
    }

    static ReportRow row(XmlNode node) throws UnreadableReportException {
        XmlNode row = node.child("row");
        XmlNode identifiers = node.child("identifiers");
        XmlNode results = node.child("auth_results");
        RowFacts facts = new RowFacts(address(row.required("source_ip")), evaluated(row.child("policy_evaluated")),
                identifiers.required("header_from"), identifiers.text("envelope_from"),
                identifiers.words("envelope_to"),
                results.all("dkim").map(RowReader::dkim).toList(), spf(results));
        return new ReportRow(facts, row.number("count", 1, MOST_MESSAGES));
    }

    private static String address(String text) throws UnreadableReportException {
        if (text.length() > 45 || !text.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':')) {
            throw new UnreadableReportException("source_ip is no address");
        }
        return text;
    }

    private static EvaluatedPolicy evaluated(XmlNode node) {
        return new EvaluatedPolicy(node.words("disposition").flatMap(Disposition::of).orElse(Disposition.NONE),
                node.text("dkim").equals(Optional.of(PASS)), node.text("spf").equals(Optional.of(PASS)),
                node.all("reason").limit(EvaluatedPolicy.MOST_REASONS).map(RowReader::reason).toList());
    }

    /** RFC 7489 had others: {@code forwarded}, {@code sampled_out}. */
    private static PolicyOverride reason(XmlNode node) {
        String type = node.words("type").orElse("");
        String comment = node.words("comment").orElse("");
        return OverrideType.of(type)
                .map(known -> new PolicyOverride(known, comment))
                .orElseGet(() -> new PolicyOverride(OverrideType.OTHER, (type + " " + comment).strip()));
    }

    private static DkimResult dkim(XmlNode node) {
        return new DkimResult(node.words("domain").orElse(""), node.words("selector").orElse(""), result(node),
                node.words("human_result"));
    }

    /** RFC 7489 had one for HELO, too; what DMARC looks at is MAIL FROM. */
    private static Optional<SpfResult> spf(XmlNode results) {
        return results.all("spf")
                .filter(node -> !node.text("scope").equals(Optional.of("helo")))
                .findFirst()
                .or(() -> results.all("spf").findFirst())
                .map(node -> new SpfResult(node.words("domain").orElse(""), result(node), node.words("human_result")));
    }

    private static ResultName result(XmlNode node) {
        String word = node.words("result").orElse("").toLowerCase(Locale.ROOT);
        return switch (word) {
            case "hardfail" -> ResultName.FAIL;
            case "error" -> ResultName.TEMPERROR;
            case "unknown" -> ResultName.PERMERROR;
            default -> ResultName.of(word).orElse(ResultName.NONE);
        };
    }
}
