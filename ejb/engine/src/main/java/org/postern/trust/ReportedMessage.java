package org.postern.trust;

import org.postern.auth.dkim.SignatureResult;
import org.postern.auth.dmarc.AppliedPolicy;
import org.postern.auth.dmarc.Author;
import org.postern.auth.dmarc.OverrideType;
import org.postern.auth.dmarc.PolicyOverride;
import org.postern.auth.dmarc.Treatment;
import org.postern.receiver.SessionFacts;
import org.postern.report.DkimResult;
import org.postern.report.EvaluatedPolicy;
import org.postern.report.PublishedDmarc;
import org.postern.report.RowFacts;
import org.postern.report.SpfResult;
import org.postern.report.count.DmarcResults;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the owner of an author's domain may hear of a message (RFC 9990, 3.1): nothing of its recipients.
 *
 * @param follow whether the owner's wish counts here
 * @param treatment what DMARC came to
 */
record ReportedMessage(SessionFacts session, SenderFindings found, boolean follow, Treatment treatment) {
    /** Those that passed are the first; the more are told, the more rows a forger makes of one message. Of others anybody can choose the selector: it is not told. */
    private static final int MOST_SIGNATURES = 4;
    private static final PolicyOverride NOTED = new PolicyOverride(OverrideType.LOCAL_POLICY,
            "DMARC is noted and not acted upon");

    /** Tells of it, if it was judged for good, and its author's domain wants reports. */
    void tell(Examined examined, DmarcResults results) {
        boolean comesAgain = examined.refusal().filter(reply -> reply.code() < 500).isPresent();
        Optional<AppliedPolicy> wanting = found.dmarc().applied().filter(policy -> !policy.record().rua().isEmpty());
        if (!comesAgain && wanting.isPresent() && found.dmarc().author() instanceof Author.Known(String domain)) {
            results.count(PublishedDmarc.of(wanting.get()), facts(domain));
        }
    }

    private RowFacts facts(String author) {
        return new RowFacts(session.client().getAddress().getHostAddress(),
                EvaluatedPolicy.of(found.dmarc(), done()), author,
                Optional.of(found.sender().mailbox().map(sender -> sender.domain().key()).orElse("")),
                Optional.empty(), told(found.dkim().signatures()),
                Optional.of(new SpfResult(found.spf().mailFrom().domain(),
                        found.spfResult(), Optional.empty())));
    }

    private Treatment done() {
        boolean more = treatment.act() == Treatment.Act.REFUSE || treatment.act() == Treatment.Act.QUARANTINE;
        if (follow || !more) {
            return treatment;
        }
        List<PolicyOverride> overrides = new ArrayList<>(treatment.overrides());
        overrides.add(NOTED);
        return new Treatment(Treatment.Act.ACCEPT, overrides);
    }

    /** {@return what is told of the signatures of a message} */
    static List<DkimResult> told(List<SignatureResult> signatures) {
        return signatures.stream()
                .filter(signature -> signature.domain().isPresent())
                .sorted(Comparator.comparing(signature -> !signature.passes()))
                .map(ReportedMessage::result)
                .distinct()
                .limit(MOST_SIGNATURES)
                .toList();
    }

    private static DkimResult result(SignatureResult signature) {
        return new DkimResult(signature.domain().orElseThrow().key(), signature.passes() ? signature.selector() : "",
                signature.word().result(),
                Optional.empty());
    }
}
