package org.postern.trust;

import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.assessment.Verdict;
import org.postern.auth.ResultName;
import org.postern.auth.dmarc.AppliedPolicy;
import org.postern.auth.dmarc.Author;
import org.postern.auth.dmarc.Circumstances;
import org.postern.auth.dmarc.DmarcFinding;
import org.postern.auth.dmarc.Treatment;
import org.postern.auth.dmarc.TrustedPaths;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.ReversePath;
import org.postern.receiver.Reason;
import org.postern.receiver.SessionFacts;
import org.postern.report.count.DmarcResults;
import org.postern.smtp.Replies;
import org.postern.trust.rule.RuledMail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks at the mail of strangers, and judges it once all is known. */
public final class Examination {
    private final SenderCheck senders;
    private final ReputationCheck reputation;
    private final Supplier<Reading> readings;
    private final Weights weights;
    private final Supplier<ScorePolicy> policy;
    private final QuarantineRoom room;
    private final RuleCheck rules;
    private final Choices choices;
    private final DmarcResults results;

    /**
     * Examines by these.
     *
     * @param readings says for each message why it is read
     * @param policy says for each message what follows from its score
     * @param rules come before the score; what they decide nobody judges again
     * @param results is told what DMARC came to
     */
    public Examination(SenderCheck senders, ReputationCheck reputation, Supplier<Reading> readings, Weights weights,
            Supplier<ScorePolicy> policy, QuarantineRoom room, RuleCheck rules, Choices choices, DmarcResults results) {
        this.senders = senders;
        this.reputation = reputation;
        this.readings = readings;
        this.weights = weights;
        this.policy = policy;
        this.room = room;
        this.rules = rules;
        this.choices = choices;
        this.results = results;
    }

    /**
     * What an operator has set beside weights and scores.
     *
     * @param authentication whether senders are looked at
     * @param followDmarc whether the wish of an author's domain counts
     * @param refuseSpfFail whether that alone refuses
     * @param paths over whom mail comes honestly and changed
     */
    public record Choices(boolean authentication, boolean followDmarc, boolean refuseSpfFail, TrustedPaths paths) {}

    /** Begins what can be begun at MAIL. */
    public void begin(SessionFacts session, ReversePath sender) {
        if (choices.authentication()) {
            senders.begin(session, sender);
        }
    }

    /**
     * {@return the domains that have sent what the client is about to send, as far as that is known before it comes}
     *
     * @throws InterruptedException when interrupted while waiting for the DNS
     */
    Set<Domain> provedEarly(SessionFacts session, ReversePath sender) throws InterruptedException {
        return choices.authentication() ? senders.provedEarly(session, sender) : Set.of();
    }

    /**
     * {@return all that is known, and what follows}
     *
     * @param before what was found before, such as the client's name
     * @param scanned what scanners were asked, who decide with the rest
     * @throws IOException when the content cannot be read
     * @throws InterruptedException when interrupted while waiting for the DNS or a scanner
     */
    public Examined examine(SessionFacts session, Envelope envelope, Content content, HeaderSection header,
            Assessment before, ScannerCheck.Asked scanned) throws IOException, InterruptedException {
        Assessment known = before.with(Assessment.of(atOnce(session, header)));
        ReputationCheck.Asked asked = reputation.ask(session, envelope, header);
        try {
            Optional<SenderFindings> found = choices.authentication()
                    ? Optional.of(senders.check(session, envelope, content, header, asked.heard(readings.get())))
                    : Optional.empty();
            Assessment all = known.with(found.map(SenderFindings::assessment).orElse(Assessment.NONE))
                    .with(Assessment.of(asked.join(found.map(SenderFindings::proved).orElse(Set.of()))));
            Scanning scanning = scanned.answer();
            Assessment weighed = weights.of(all.with(scanning.assessment()));
            Optional<Treatment> treatment = found.map(one -> treatment(weighed, one));
            Assessment whole = found.isEmpty() ? weighed : withDmarc(weighed, found.get().dmarc(), treatment.get());
            Examined examined = withRoom(blocked(whole).orElseGet(() -> rules.ofStranger(session, envelope, content,
                    header, found.map(SenderFindings::forRules).orElse(RuledMail.Examination.NOTHING), whole,
                    ruled -> asked.over(scanning.over(found.isEmpty()
                            ? byScore(ruled)
                            : followed(ruled, found.get(), treatment.get())), scanning.wishesGreylist()))),
                    content.size());
            boolean followed = choices.followDmarc() && !examined.orders().decided();
            found.ifPresent(one -> new ReportedMessage(session, one, followed, treatment.orElseThrow())
                    .tell(examined, results));
            return examined;
        } finally {
            asked.cancel();
        }
    }

    private static List<Symbol> atOnce(SessionFacts session, HeaderSection header) {
        List<Symbol> found = new ArrayList<>(2);
        if (session.early()) {
            found.add(KnownSymbol.EARLY_TALKER.found(""));
        }
        if (!header.isWellFormed()) {
            found.add(KnownSymbol.HEADER_BROKEN.found("behind field " + header.fields().size()));
        }
        return found;
    }

    /** What would wait for a person is put off while too much does. */
    private Examined withRoom(Examined examined, long octets) {
        Assessment found = examined.assessment();
        return found.verdict() != Verdict.QUARANTINE
                ? examined
                : room.take(octets)
                        .map(setting -> new Examined(
                                found.judged(Verdict.DEFER,
                                        found.reason().and("the quarantine is full, by the setting " + setting.key())),
                                Optional.of(Replies.NO_ROOM)))
                        .orElse(examined);
    }

    private Treatment treatment(Assessment before, SenderFindings found) {
        return Treatment.of(found.dmarc(), new Circumstances(found.spfResult(), found.spf().mailFrom().domain(),
                found.sealer(), KnownSymbol.clientName(before), before.score()), choices.paths());
    }

    private Assessment withDmarc(Assessment before, DmarcFinding finding, Treatment treatment) {
        Assessment all = before;
        for (Symbol symbol : symbols(finding, treatment)) {
            all = all.with(weights.of(symbol));
        }
        return all;
    }

    private static List<Symbol> symbols(DmarcFinding finding, Treatment treatment) {
        Symbol result = switch (finding.result()) {
            case PASS -> KnownSymbol.DMARC_PASS.found(finding.reason().toString());
            case FAIL -> failed(finding, treatment);
            case TEMPERROR -> KnownSymbol.DMARC_TEMPERROR.found(finding.reason().toString());
            default -> finding.author() instanceof Author.Unknown
                    ? KnownSymbol.DMARC_NO_AUTHOR.found(finding.reason().toString())
                    : KnownSymbol.DMARC_NONE.found(finding.reason().toString());
        };
        String why = treatment.overrides()
                .stream()
                .map(override -> override.type().word() + ": " + override.comment())
                .collect(Collectors.joining("; "));
        return why.isEmpty() ? List.of(result) : List.of(result, KnownSymbol.DMARC_OVERRIDDEN.found(why));
    }

    private static Symbol failed(DmarcFinding finding, Treatment treatment) {
        boolean trusted = treatment.act() == Treatment.Act.ACCEPT;
        KnownSymbol symbol = switch (finding.applied().map(AppliedPolicy::wish).orElseThrow()) {
            case NONE -> KnownSymbol.DMARC_FAIL;
            case QUARANTINE -> trusted ? KnownSymbol.DMARC_FAIL : KnownSymbol.DMARC_QUARANTINE;
            case REJECT -> trusted ? KnownSymbol.DMARC_FAIL : KnownSymbol.DMARC_REJECT;
        };
        return symbol.found(finding.reason().toString());
    }

    private Examined followed(Assessment all, SenderFindings found, Treatment treatment) {
        if (choices.refuseSpfFail() && found.spfResult() == ResultName.FAIL) {
            return new Examined(
                    all.judged(Verdict.REFUSE, Reason.setting(TrustSettings.REFUSE_SPF_FAIL.key()).by("spf")),
                    Optional.of(TrustReplies.SPF_FAILED));
        }
        if (choices.followDmarc() && treatment.act() == Treatment.Act.REFUSE) {
            return new Examined(all.judged(Verdict.REFUSE, dmarc(found.dmarc())),
                    Optional.of(TrustReplies.DMARC_FAILED));
        }
        Examined byScore = byScore(all);
        boolean aside = choices.followDmarc() && treatment.act() == Treatment.Act.QUARANTINE;
        return aside && byScore.refusal().isEmpty()
                ? Examined.taken(all.judged(Verdict.QUARANTINE, dmarc(found.dmarc())))
                : byScore;
    }

    private static Reason dmarc(DmarcFinding finding) {
        return Reason.seen("DMARC: " + finding.reason()).by("dmarc");
    }

    private Examined byScore(Assessment all) {
        Assessment judged = policy.get().judge(all);
        return judged.verdict() == Verdict.REFUSE
                ? new Examined(judged, Optional.of(TrustReplies.SCORE_TOO_HIGH))
                : Examined.taken(judged);
    }

    private static Optional<Examined> blocked(Assessment all) {
        return symbol(all, KnownSymbol.BLOCKED).map(symbol -> new Examined(
                all.judged(Verdict.REFUSE, Reason.seen(symbol.evidence()).by(EntryCheck.RULE)),
                Optional.of(TrustReplies.BLOCKED)));
    }

    private static Optional<Symbol> symbol(Assessment found, KnownSymbol wanted) {
        return found.symbols().stream().filter(symbol -> symbol.name().equals(wanted.name())).findFirst();
    }
}
