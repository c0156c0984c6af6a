package org.postern.policy.check;

import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.policy.Confidence;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;
import org.postern.receiver.SessionFacts;
import org.postern.routing.Alias;
import org.postern.routing.Passage;
import org.postern.routing.Routing;
import org.postern.smtp.EnhancedStatus;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;
import org.postern.smtp.wire.MailboxParser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What VRFY and EXPN are answered (RFC 5321, 3.5 and 7.3): the truth to those who have our confidence, nothing to others. */
public final class Verification {
    private static final int MOST_SHOWN = 100;
    private static final Envelope NOBODY = new Envelope(ReversePath.NULL, Parameters.NONE, List.of());

    private final Supplier<Routing> routing;
    private final RecipientFilter recipients;
    private final Confidence confidence;

    public Verification(Supplier<Routing> routing, Confidence confidence) {
        this.routing = routing;
        this.recipients = new RecipientFilter(routing);
        this.confidence = confidence;
    }

    /** {@return the reply to VRFY; 252 of what lies elsewhere, since that is for another server to say} */
    public Reply verify(SessionFacts session, String text) {
        return confidence.isIn(session)
                ? MailboxParser.parse(withoutBrackets(text))
                        .toOptional()
                        .map(mailbox -> truth(session, mailbox))
                        .orElse(Replies.CANNOT_VERIFY)
                : Replies.CANNOT_VERIFY;
    }

    /** {@return the reply to EXPN: whom an alias or a list stands for, the first {@value #MOST_SHOWN} of them} */
    public Reply expand(SessionFacts session, String list) {
        if (!confidence.isIn(session)) {
            return Replies.CANNOT_VERIFY;
        }
        return MailboxParser.parse(withoutBrackets(list))
                .toOptional()
                .flatMap(mailbox -> routing.get().alias(mailbox, Passage.UNKNOWN))
                .map(Verification::members)
                .orElse(PolicyReplies.NO_SUCH_LIST);
    }

    private static Reply members(Alias alias) {
        List<String> lines = new ArrayList<>();
        alias.members().stream().limit(MOST_SHOWN).forEach(member -> lines.add("<" + member + ">"));
        int others = alias.members().size() - lines.size();
        if (others > 0) {
            lines.add("and " + others + " others");
        }
        return new Reply(250, Optional.of(new EnhancedStatus(2, 1, 5)), lines);
    }

    private Reply truth(SessionFacts session, Mailbox mailbox) {
        if (!routing.get().isOwn(mailbox.domain(), Optional.of(session.listener()))) {
            return Replies.CANNOT_VERIFY;
        }
        return switch (recipients.rcpt(session, NOBODY, Recipient.of(mailbox))) {
            case AtCommand.Accept accept -> Reply.of(250, "2.1.5", "<" + mailbox + ">");
            case AtCommand.Reject reject -> reject.reply();
            case AtCommand.Defer defer -> defer.reply();
        };
    }

    private static String withoutBrackets(String text) {
        String address = text.strip();
        return address.startsWith("<") && address.endsWith(">") ? address.substring(1, address.length() - 1) : address;
    }
}
