package org.postern.policy.check;

import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Parameters;
import org.postern.mail.ReversePath;
import org.postern.policy.AtContent;
import org.postern.policy.AtMail;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;
import org.postern.receiver.Reason;
import org.postern.receiver.SessionFacts;

/**
 * Nobody writes in the name of somebody else (RFC 6409, 6.1): the reverse-path, and each address in From, must be among those the user
 * may send as. The null reverse-path is let pass, since a user's own client sends receipts with it (RFC 8098, 3); From is looked at all
 * the same. There must be one (RFC 5322, 3.6), in a header section that everybody reads alike: a reader that is more lenient would show
 * an author that was not looked at. Says nothing about clients that have not logged in.
 */
public final class SenderFilter implements AtMail, AtContent {
    private static final Reason CHECKED = Reason.setting(PolicySettings.CHECK_USER_SENDER.key());
    private static final AtCommand NOT_YOURS = new AtCommand.Reject(PolicyReplies.NOT_YOUR_ADDRESS, CHECKED);
    private static final AtCommand NO_FROM = new AtCommand.Reject(PolicyReplies.NO_FROM);
    private static final AtCommand NOT_YOUR_FROM = new AtCommand.Reject(PolicyReplies.NOT_YOUR_FROM, CHECKED);

    @Override
    public AtCommand mail(SessionFacts session, ReversePath reversePath, Parameters parameters) {
        return session.identity().map(identity -> SenderRights.allow(identity, reversePath)).orElse(true)
                ? AtCommand.ACCEPT
                : NOT_YOURS;
    }

    @Override
    public AtCommand content(SessionFacts session, Envelope envelope, Content content, HeaderSection header) {
        if (session.identity().isEmpty()) {
            return AtCommand.ACCEPT;
        }
        return switch (SenderRights.author(session.identity().get(), header)) {
            case OWN -> AtCommand.ACCEPT;
            case NOT_SAID -> NO_FROM;
            case ANOTHER -> NOT_YOUR_FROM;
        };
    }
}
