package org.postern.policy.question;

import org.postern.config.rule.QuestionRule;
import org.postern.config.rule.QuestionRule.Step;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Recipient;
import org.postern.policy.AtContent;
import org.postern.policy.AtRcpt;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;
import org.postern.receiver.Reason;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Reply;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/**
 * Asks applications whether a recipient is one, and whether a message may pass. At RCPT the first rule for the recipient counts; at DATA each application
 * that has a recipient in the message is asked once, in the order of the rules, until one has something against it. The postmaster is nobody's to refuse
 * (RFC 5321, 4.5.1).
 */
public final class QuestionFilter implements AtRcpt, AtContent {
    private static final String NO_HEADER = "";

    private final List<AskedApplication> atRcpt;
    private final List<AskedApplication> atData;

    /** @param applications answers */
    public QuestionFilter(List<QuestionRule> rules, Applications applications, InstantSource clock) {
        atRcpt = those(Step.RCPT, rules, applications, clock);
        atData = those(Step.DATA, rules, applications, clock);
    }

    private static List<AskedApplication> those(Step step, List<QuestionRule> rules, Applications applications,
            InstantSource clock) {
        return rules.stream()
                .filter(rule -> rule.step() == step)
                .map(rule -> new AskedApplication(rule, applications, clock))
                .toList();
    }

    @Override
    public AtCommand rcpt(SessionFacts session, Envelope accepted, Recipient recipient) {
        for (AskedApplication asked : atRcpt) {
            if (asked.rule().recipients().matches(recipient.mailbox())) {
                return recipient.mailbox().isPostmaster()
                        ? AtCommand.ACCEPT
                        : verdict(asked, asked.aboutRecipient(new Question(asked.rule(), session,
                                accepted.to(List.of(recipient)), NO_HEADER, 0)),
                                PolicyReplies::noSuchMailbox);
            }
        }
        return AtCommand.ACCEPT;
    }

    @Override
    public AtCommand content(SessionFacts session, Envelope envelope, Content content, HeaderSection header)
            throws IOException {
        String octets = NO_HEADER;
        for (AskedApplication asked : atData) {
            if (envelope.recipients().stream().anyMatch(one -> asked.rule().recipients().matches(one.mailbox()))) {
                octets = octets.isEmpty() ? octets(content, header) : octets;
                AtCommand verdict = verdict(asked,
                        asked.ask(new Question(asked.rule(), session, envelope, octets, content.size())),
                        PolicyReplies::messageRefused);
                if (!(verdict instanceof AtCommand.Accept)) {
                    return verdict;
                }
            }
        }
        return AtCommand.ACCEPT;
    }

    private static String octets(Content content, HeaderSection header) throws IOException {
        try (InputStream stream = content.open()) {
            return new String(stream.readNBytes(header.length()), StandardCharsets.ISO_8859_1);
        }
    }

    private static AtCommand verdict(AskedApplication asked, Answer answer, Function<String, Reply> refusal) {
        Reason reason = Reason.seen("asked application " + asked.rule().application());
        return switch (answer) {
            case Answer.Accept accept -> AtCommand.ACCEPT;
            case Answer.Reject(String words) -> new AtCommand.Reject(refusal.apply(words), said(reason, words));
            case Answer.Defer(String words) -> new AtCommand.Defer(PolicyReplies.comeAgain(words), said(reason, words));
            case Answer.Silence(String why) -> new AtCommand.Defer(PolicyReplies.NO_ANSWER, reason.and(why));
        };
    }

    private static Reason said(Reason reason, String words) {
        return words.isEmpty() ? reason : reason.and(words);
    }
}
