package org.postern.policy.check;

import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.policy.AtContent;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;
import org.postern.receiver.Reason;
import org.postern.receiver.SessionFacts;

import java.util.function.IntSupplier;

/** Refuses a message that has passed more servers than any honest way has (RFC 5321, 6.3). */
public final class LoopFilter implements AtContent {
    private static final AtCommand LOOP = new AtCommand.Reject(PolicyReplies.LOOP,
            Reason.setting(PolicySettings.RECEIVED_LIMIT.key()));

    private final IntSupplier maxReceived;

    /** Refuses beyond what this says each time. */
    public LoopFilter(IntSupplier maxReceived) {
        this.maxReceived = maxReceived;
    }

    @Override
    public AtCommand content(SessionFacts session, Envelope envelope, Content content, HeaderSection header) {
        return header.count("Received") > maxReceived.getAsInt() ? LOOP : AtCommand.ACCEPT;
    }
}
