package org.postern.policy.check;

import org.postern.mail.Parameters;
import org.postern.mail.ReversePath;
import org.postern.policy.AtMail;
import org.postern.receiver.AtCommand;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Replies;

/** Takes submissions from nobody but users who have proved who they are (RFC 6409, 4.3), from whatever network. */
public final class AuthenticationFilter implements AtMail {
    private static final AtCommand REQUIRED = new AtCommand.Reject(Replies.AUTHENTICATION_REQUIRED);

    @Override
    public AtCommand mail(SessionFacts session, ReversePath reversePath, Parameters parameters) {
        return session.role() == ProtocolRole.SUBMISSION && session.identity().isEmpty() ? REQUIRED : AtCommand.ACCEPT;
    }
}
