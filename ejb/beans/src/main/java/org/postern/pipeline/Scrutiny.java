package org.postern.pipeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.postern.assessment.Assessment;
import org.postern.assessment.Verdict;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.policy.Confidence;
import org.postern.policy.FilterChain;
import org.postern.receiver.AtCommand;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Replies;
import org.postern.trust.Admission;
import org.postern.trust.Examination;
import org.postern.trust.Examined;
import org.postern.trust.FieldsOnTop;
import org.postern.trust.RuleCheck;
import org.postern.trust.ScannerCheck;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/** Whose mail is examined: that of strangers. What comes from clients that have our confidence is judged by nothing but the rules of operators. */
@Singleton
public class Scrutiny {
    private final Confidence confidence;
    private final FilterChain filters;
    private final Admission admission;
    private final ScannerCheck scanners;
    private final Examination examination;
    private final RuleCheck rules;
    private final FieldsOnTop fields;

    @Inject
    Scrutiny(Confidence confidence, FilterChain filters, Admission admission, ScannerCheck scanners,
            Examination examination, RuleCheck rules, FieldsOnTop fields) {
        this.confidence = confidence;
        this.filters = filters;
        this.admission = admission;
        this.scanners = scanners;
        this.examination = examination;
        this.rules = rules;
        this.fields = fields;
    }

    /** Begins what can be begun when a client comes. */
    void connected(SessionFacts session) {
        if (!confidence.isIn(session)) {
            admission.connected(session);
        }
    }

    /** {@return how long a client is watched before it is greeted} */
    Duration pause(SessionFacts session) {
        return confidence.isIn(session) ? Duration.ZERO : admission.pause(session);
    }

    /** {@return whether a client may come in that has not waited for the greeting} */
    AtCommand early(SessionFacts session) {
        return confidence.isIn(session) ? AtCommand.ACCEPT : admission.early(session);
    }

    /** {@return whether the recipient may be written to} */
    AtCommand rcpt(SessionFacts session, ReversePath sender, Recipient recipient) {
        try {
            return confidence.isIn(session)
                    ? AtCommand.ACCEPT
                    : admission.rcpt(session, sender, recipient.mailbox());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new AtCommand.Defer(Replies.LOCAL_ERROR);
        }
    }

    /** {@return whether the sender may write at all} */
    AtCommand mail(SessionFacts session, ReversePath sender) {
        return confidence.isIn(session) ? AtCommand.ACCEPT : admission.mail(session, sender);
    }

    /**
     * {@return what was found, and what follows}
     *
     * @throws IOException when the content cannot be read
     * @throws InterruptedException when interrupted while waiting for the DNS or a scanner
     */
    Examined examine(SessionFacts session, Envelope envelope, Content content, HeaderSection header)
            throws IOException, InterruptedException {
        Assessment known = filters.findings(session);
        if (confidence.isIn(session)) {
            return rules.trusted(session, envelope, content, header, known);
        }
        ScannerCheck.Asked scanned = scanners.ask(session, envelope, content, known);
        try {
            return examination.examine(session, envelope, content, header,
                    fields.isForged(header) ? known.with(fields.forgery()) : known, scanned);
        } finally {
            scanned.cancel();
        }
    }

    /** {@return the content as it may stand below our own fields} */
    Content cut(SessionFacts session, Content content, HeaderSection header) {
        return confidence.trusted().contains(session.client().getAddress()) ? content : fields.cut(content, header);
    }

    /**
     * {@return the fields that tell the next reader what was found, and those that rules have added} What waits since a rule says so is not called
     * spam for that: a person may let it go on.
     */
    byte[] fields(Examined examined, Envelope envelope) {
        Assessment assessment = examined.assessment();
        Assessment told = examined.orders().decided()
                ? assessment.judged(Verdict.ACCEPT, assessment.reason())
                : assessment;
        byte[] found = fields.of(told, envelope.parameters().get("SMTPUTF8").isPresent());
        byte[] added = examined.orders().octets();
        byte[] all = Arrays.copyOf(found, found.length + added.length);
        System.arraycopy(added, 0, all, found.length, added.length);
        return all;
    }
}
