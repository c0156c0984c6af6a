package org.postern.auth.dmarc;

import org.postern.auth.ResultName;
import org.postern.sentence.Sentence;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The look at one message. */
final class Evaluation {
    /** The most identifiers of SPF or of DKIM that are compared, those that passed first. */
    static final int MOST_IDENTIFIERS = 10;
    private static final Sentence NO_RECORD = Sentence.form("noPolicyRecord", "no policy record").with();
    private static final Sentence.Form FAULTY = Sentence.form("policyRecordIsFaulty",
            "the policy record of {0} is faulty");
    private static final Sentence BOTH_ALIGNED = Sentence.form("spfAndDkimAreAligned", "SPF and DKIM are aligned")
            .with();
    private static final Sentence.Form ALIGNED = Sentence.form("xIsAligned", "{0} is aligned");
    private static final Sentence EXISTS_PERHAPS = Sentence.form("authorsDomainMayNotExist",
            "the DNS does not say whether the author's domain exists").with();
    private static final Sentence NOTHING = Sentence.form("nothingWasAuthenticated", "nothing was authenticated")
            .with();
    private static final Sentence NOT_ALIGNED = Sentence.form("authenticatedIsNotAligned",
            "what was authenticated is not aligned").with();

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

    private DmarcFinding without(ResultName result, List<String> asked, Sentence reason) {
        return new DmarcFinding(result, author, Optional.empty(), Optional.empty(), Alignment.NONE, Alignment.NONE,
                asked,
                reason);
    }

    private DmarcFinding judged(String domain, List<String> asked, Optional<TreeWalk.Step> step) {
        if (step.isEmpty()) {
            return without(ResultName.NONE, asked, NO_RECORD);
        }
        PolicyRecord record = step.get().record();
        if (!record.isUsable()) {
            return without(ResultName.NONE, asked, FAULTY.with(step.get().domain()));
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

    private static Sentence reason(ResultName result, Alignment spf, Alignment dkim, Identifiers identifiers) {
        return switch (result) {
            case PASS -> spf == Alignment.ALIGNED && dkim == Alignment.ALIGNED
                    ? BOTH_ALIGNED
                    : ALIGNED.with(spf == Alignment.ALIGNED ? "SPF" : "DKIM");
            case TEMPERROR -> identifiers.trouble().orElse(EXISTS_PERHAPS);
            default -> spf == Alignment.NONE && dkim == Alignment.NONE
                    ? NOTHING
                    : NOT_ALIGNED;
        };
    }
}
