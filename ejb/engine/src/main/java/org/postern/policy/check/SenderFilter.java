package org.postern.policy.check;

import org.postern.auth.FromField;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.ReversePath;
import org.postern.policy.AtContent;
import org.postern.policy.AtMail;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;
import org.postern.receiver.Identity;
import org.postern.receiver.Reason;
import org.postern.receiver.SessionFacts;

import java.util.List;
import java.util.Optional;

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
        boolean isOther = session.identity().isPresent() && reversePath.mailbox().isPresent()
                && !SenderRights.allow(session.identity().get(), reversePath.mailbox().get());
        return isOther ? NOT_YOURS : AtCommand.ACCEPT;
    }

    @Override
    public AtCommand content(SessionFacts session, Envelope envelope, Content content, HeaderSection header) {
        if (session.identity().isEmpty()) {
            return AtCommand.ACCEPT;
        }
        Identity identity = session.identity().get();
        List<String> from = header.all("From");
        if (!header.isWellFormed() || from.size() != 1) {
            return NO_FROM;
        }
        return isOwn(identity, from.getFirst()) ? AtCommand.ACCEPT : NOT_YOUR_FROM;
    }

    private static boolean isOwn(Identity identity, String from) {
        Optional<List<Mailbox>> authors = FromField.mailboxes(from);
        return authors.isPresent() && authors.get().stream().allMatch(author -> SenderRights.allow(identity, author));
    }
}
