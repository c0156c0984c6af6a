package org.postern.policy;

import org.postern.mail.Parameters;
import org.postern.mail.ReversePath;
import org.postern.receiver.AtCommand;
import org.postern.receiver.SessionFacts;

/** Judges the sender, and what is announced of the message. */
public non-sealed interface AtMail extends Filter {
    AtCommand mail(SessionFacts session, ReversePath reversePath, Parameters parameters);
}
