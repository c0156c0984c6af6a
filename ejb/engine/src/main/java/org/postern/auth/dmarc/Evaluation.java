package org.postern.auth.dmarc;

import org.postern.auth.ResultName;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The look at one message. */
final class Evaluation {
    /** The most identifiers of SPF or of DKIM that are compared, those that passed first. */
    static final int MOST_IDENTIFIERS = 10;

    private final PolicyRecords records;
    private final Author author;
    private final List<CheckedIdentifier> spf;
    private final List<CheckedIdentifier> dkim;

    Evaluation(PolicyRecords records, Author author, List<CheckedIdentifier> spf, List<CheckedIdentifier> dkim) {
        this.records = records;
        this.author = author;
        this.spf = mattering(spf);
        this.dkim = mattering(dkim);
    }

    private static List<CheckedIdentifier> mattering(List<CheckedIdentifier> all) {
        return all.stream()
                .filter(one -> one.result() == ResultName.PASS || one.result() == ResultName.TEMPERROR)
                .distinct()
                .sorted(Comparator.comparing(CheckedIdentifier::result))
                .limit(MOST_IDENTIFIERS)
                .toList();
    }

    DmarcFinding finding() {
        return switch (author) {
            case Author.Known(String domain) -> finding(domain);
            case Author.Unknown(Author.Reason reason) -> without(ResultName.NONE, List.of(), reason.words());
        };
    }

    private DmarcFinding finding(String domain) {
        Published own = records.at(domain);
        if (own instanceof Published.One(PolicyRecord record)) {
            return judged(domain, List.of(domain), Optional.of(new TreeWalk.Step(domain, record)));
        }
        TreeWalk walk = TreeWalk.from(domain, records);
        if (walk.trouble().isPresent()) {
            return without(ResultName.TEMPERROR, walk.asked(), walk.trouble().get());
        }
        return judged(domain, walk.asked(), walk.policy());
    }

    private DmarcFinding without(ResultName result, List<String> asked, String reason) {
        return new DmarcFinding(result, author, Optional.empty(), Optional.empty(), Alignment.NONE, Alignment.NONE,
                asked,
                reason);
    }

    private DmarcFinding judged(String domain, List<String> asked, Optional<TreeWalk.Step> step) {
        if (step.isEmpty()) {
            return without(ResultName.NONE, asked, "no policy record");
        }
        PolicyRecord record = step.get().record();
        if (!record.isUsable()) {
            return without(ResultName.NONE, asked, "the policy record of " + step.get().domain() + " is faulty");
        }
        Identifiers identifiers = new Identifiers(records, domain);
        Alignment bySpf = identifiers.alignment(spf, record.aspf());
        Alignment byDkim = identifiers.alignment(dkim, record.adkim());
        ChosenPolicy chosen = ChosenPolicy.of(domain, step.get(), records);
        ResultName result = result(EnumSet.of(bySpf, byDkim), chosen.isCertain());
        return new DmarcFinding(result, author, Optional.of(chosen.policy()), organization(domain, asked, identifiers),
                bySpf, byDkim, asked, reason(result, bySpf, byDkim, identifiers));
    }

    private static ResultName result(Set<Alignment> alignments, boolean certain) {
        if (alignments.contains(Alignment.ALIGNED)) {
            return ResultName.PASS;
        }
        return alignments.contains(Alignment.UNKNOWN) || !certain ? ResultName.TEMPERROR : ResultName.FAIL;
    }

    /** Known if it was looked for, or if all that was authenticated is the author's own domain, which has the record (4.10.2). */
    private Optional<String> organization(String domain, List<String> asked, Identifiers identifiers) {
        if (asked.size() > 1 || !identifiers.allEqual()) {
            return identifiers.organization();
        }
        return identifiers.compared() ? Optional.of(domain) : Optional.empty();
    }

    private static String reason(ResultName result, Alignment spf, Alignment dkim, Identifiers identifiers) {
        return switch (result) {
            case PASS -> spf == Alignment.ALIGNED && dkim == Alignment.ALIGNED
                    ? "SPF and DKIM are aligned"
                    : (spf == Alignment.ALIGNED ? "SPF" : "DKIM") + " is aligned";
            case TEMPERROR -> identifiers.trouble().orElse("the DNS does not say whether the author's domain exists");
            default -> spf == Alignment.NONE && dkim == Alignment.NONE
                    ? "nothing was authenticated"
                    : "what was authenticated is not aligned";
        };
    }
}
