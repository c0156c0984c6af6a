package org.postern.policy;

import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.routing.RouteTable;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;
import org.postern.smtp.server.AtCommand;
import org.postern.smtp.server.SessionFacts;
import org.postern.smtp.wire.MailboxParser;

import java.util.List;

/** What VRFY and EXPN are answered (RFC 5321, 3.5 and 7.3): the truth to those who have our confidence, nothing to others. */
public final class Verification {
    private static final Envelope NOBODY = new Envelope(ReversePath.NULL, Parameters.NONE, List.of());

    private final RouteTable routes;
    private final RecipientFilter recipients;
    private final Confidence confidence;

    public Verification(RouteTable routes, Confidence confidence) {
        this.routes = routes;
        this.recipients = new RecipientFilter(routes);
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

    /** {@return the reply to EXPN; there are no lists here} */
    public Reply expand(SessionFacts session, String list) {
        return confidence.isIn(session) ? PolicyReplies.NO_SUCH_LIST : Replies.CANNOT_VERIFY;
    }

    private Reply truth(SessionFacts session, Mailbox mailbox) {
        if (!routes.isOwn(mailbox.domain())) {
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
