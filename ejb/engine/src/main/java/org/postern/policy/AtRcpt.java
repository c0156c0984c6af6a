package org.postern.policy;

import org.postern.mail.Envelope;
import org.postern.mail.Recipient;
import org.postern.receiver.AtCommand;
import org.postern.receiver.SessionFacts;

/** Judges one recipient. */
public non-sealed interface AtRcpt extends Filter {
    /**
     * {@return the verdict on this recipient alone}
     *
     * @param accepted the transaction so far
     */
    AtCommand rcpt(SessionFacts session, Envelope accepted, Recipient recipient);
}
