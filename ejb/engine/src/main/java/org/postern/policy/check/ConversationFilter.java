package org.postern.policy.check;

import org.postern.bounce.ReplyAddresses;
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

/**
 * Takes answers at reply addresses that we have made, from whomever. One that is forged, over or forgotten does not exist: whoever tries
 * addresses learns from none of them which it was.
 */
public final class ConversationFilter implements AtRcpt, Afterwards {
    private static final AtCommand UNKNOWN = new AtCommand.Reject(PolicyReplies.NO_SUCH_MAILBOX);

    private final ReplyAddresses addresses;

    public ConversationFilter(ReplyAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public AtCommand rcpt(SessionFacts session, Envelope accepted, Recipient recipient) {
        return switch (addresses.read(recipient.mailbox())) {
            case ReplyAddresses.Foreign foreign -> AtCommand.ACCEPT;
            case ReplyAddresses.Asked asked -> asked.isOver() ? UNKNOWN : AtCommand.ACCEPT;
            case ReplyAddresses.Unknown unknown -> UNKNOWN;
        };
    }

    /** What an answer is, is read behind the 250. */
    @Override
    public boolean concerns(Envelope envelope, HeaderSection header) {
        return envelope.recipients().stream().anyMatch(recipient -> addresses.isOne(recipient.mailbox()));
    }

    @Override
    public AfterAcceptance judge(Message message, HeaderSection header) {
        return AfterAcceptance.ACCEPT;
    }
}
