package org.postern.trust;

import org.postern.auth.ResultName;
import org.postern.auth.arc.ArcValidation;
import org.postern.auth.arc.ArcValidator;
import org.postern.auth.dkim.canonical.BodyHashes;
import org.postern.auth.dkim.canonical.BodyNeed;
import org.postern.auth.dkim.DkimResults;
import org.postern.auth.dkim.DkimVerification;
import org.postern.auth.dkim.DkimVerifier;
import org.postern.auth.dmarc.Alignment;
import org.postern.auth.dmarc.Author;
import org.postern.auth.dmarc.CheckedIdentifier;
import org.postern.auth.dmarc.Dmarc;
import org.postern.auth.dmarc.DmarcFinding;
import org.postern.auth.spf.Spf;
import org.postern.auth.spf.SpfResult;
import org.postern.auth.spf.SpfResults;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.ReversePath;
import org.postern.receiver.SessionFacts;
import org.postern.sentence.Sentence;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Looks at the sender of a message in all ways at once: SPF from MAIL on, the keys of signatures and the policy of the author's domain as soon as the
 * header section is there, while the body is read. Waits for none of them longer than for all together; what is not known then is a
 * {@code temperror}. Never throws for what a stranger wrote.
 */
public final class SenderCheck {
    private static final Sentence LATE = Sentence.form("authenticationNotInTime", "no answer in time").with();

    private final Spf spf;
    private final DkimVerifier dkim;
    private final ArcValidator arc;
    private final Dmarc dmarc;
    private final EarlyAnswers<SpfResults> early;
    private final WaitLimit limit;
    private final ReadingRoom room;

    /** @param executor a thread for each of its tasks, which wait for the DNS */
    public SenderCheck(Spf spf, DkimVerifier dkim, ArcValidator arc, Dmarc dmarc, Executor executor, WaitLimit limit,
            ReadingRoom room) {
        this.spf = spf;
        this.dkim = dkim;
        this.arc = arc;
        this.dmarc = dmarc;
        this.early = new EarlyAnswers<>(executor);
        this.limit = limit;
        this.room = room;
    }

    /** Begins what can be begun at MAIL; costs nothing where it is never asked for. */
    public void begin(SessionFacts session, ReversePath sender) {
        early.begin(session.reference(), () -> check(session, sender));
    }

    /** {@return the domain of MAIL, if SPF lets this client send in its name} */
    Set<Domain> provedEarly(SessionFacts session, ReversePath sender) throws InterruptedException {
        return early.keep(session.reference(), () -> check(session, sender))
                .within(limit.begin().time())
                .map(SenderFindings::proved)
                .orElse(Set.of());
    }

    /**
     * {@return what was found}
     *
     * @param reading why the message is read on the way
     * @throws IOException when the content cannot be read
     * @throws InterruptedException when interrupted while waiting for the DNS
     */
    SenderFindings check(SessionFacts session, Envelope envelope, Content content, HeaderSection header,
            Reading reading) throws IOException, InterruptedException {
        ReversePath sender = envelope.reversePath();
        EarlyAnswers.Answer<SpfResults> ofSpf = early.take(session.reference(), () -> check(session, sender));
        DkimVerification verification = dkim.begin(header);
        ArcValidation chain = arc.begin(header);
        List<String> from = header.all("From");
        // What the DNS says of the author's domain is remembered there until the identifiers are known.
        EarlyAnswers.Answer<DmarcFinding> policy = early.ask(() -> dmarc.look(from, Optional.empty(), List.of()));
        OnePass pass = room.in(() -> OnePass.over(content, header, needs(verification, chain), reading));
        BodyHashes hashes = pass.hashes();
        // Whoever waited for a place to be read in has all the time for the DNS still before him: others must not use it up.
        WaitLimit.Left left = limit.begin();
        DkimResults signatures = verification.results(hashes, left.time());
        SpfResults spfResults = ofSpf.within(left.time())
                .orElseGet(() -> SpfResults.unanswered(session.helo().orElse(""), sender, LATE));
        return new SenderFindings(sender, spfResults, signatures, chain.result(hashes, left.time()), pass,
                policy.within(left.time()).isPresent()
                        ? early.ask(() -> finding(from, spfResults, signatures))
                                .within(left.time())
                                .orElseGet(() -> late(from))
                        : late(from));
    }

    private SpfResults check(SessionFacts session, ReversePath sender) {
        return spf.check(session.client().getAddress(), session.helo().orElse(""), sender);
    }

    private DmarcFinding finding(List<String> from, SpfResults ofSpf, DkimResults signatures) {
        SpfResult sender = ofSpf.mailFrom();
        return dmarc.look(from,
                Optional.of(new CheckedIdentifier(sender.outcome().result(),
                        sender.domain())),
                signatures.signatures()
                        .stream()
                        .filter(signature -> signature.domain().isPresent())
                        .map(signature -> new CheckedIdentifier(
                                signature.word().result(),
                                signature.domain().get().key()))
                        .toList());
    }

    private static Set<BodyNeed> needs(DkimVerification verification, ArcValidation chain) {
        Set<BodyNeed> needs = new LinkedHashSet<>(verification.needs());
        needs.addAll(chain.needs());
        return needs;
    }

    private static DmarcFinding late(List<String> from) {
        return new DmarcFinding(ResultName.TEMPERROR, Author.of(from), Optional.empty(), Optional.empty(),
                Alignment.NONE, Alignment.NONE, List.of(), LATE);
    }
}
