package org.postern.policy.check;

import org.postern.bounce.ReturnPaths;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Message;
import org.postern.mail.Recipient;
import org.postern.policy.AfterAcceptance;
import org.postern.policy.Afterwards;
import org.postern.policy.AtRcpt;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;
import org.postern.receiver.SessionFacts;

/** Takes reports, and nothing else, at return paths that we have issued; a forged or expired one does not exist. */
public final class ReturnFilter implements AtRcpt, Afterwards {
    private static final AtCommand UNKNOWN = new AtCommand.Reject(PolicyReplies.NO_SUCH_MAILBOX);
    private static final AtCommand NO_REPORT = new AtCommand.Reject(PolicyReplies.REPORTS_ALONE);

    private final ReturnPaths paths;

    public ReturnFilter(ReturnPaths paths) {
        this.paths = paths;
    }

    @Override
    public AtCommand rcpt(SessionFacts session, Envelope accepted, Recipient recipient) {
        return switch (paths.read(recipient.mailbox())) {
            case ReturnPaths.Foreign foreign -> AtCommand.ACCEPT;
            case ReturnPaths.Issued issued -> ofReport(accepted);
            case ReturnPaths.Forwarded forwarded -> forwarded.isExpired() ? UNKNOWN : ofReport(accepted);
            case ReturnPaths.Expired expired -> UNKNOWN;
            case ReturnPaths.Forged forged -> UNKNOWN;
        };
    }

    private static AtCommand ofReport(Envelope accepted) {
        return accepted.reversePath().isNull() ? AtCommand.ACCEPT : NO_REPORT;
    }

    /** What comes to a return path is read behind the 250. */
    @Override
    public boolean concerns(Envelope envelope, HeaderSection header) {
        return envelope.recipients().stream().anyMatch(recipient -> paths.isReturn(recipient.mailbox()));
    }

    @Override
    public AfterAcceptance judge(Message message, HeaderSection header) {
        return AfterAcceptance.ACCEPT;
    }
}
