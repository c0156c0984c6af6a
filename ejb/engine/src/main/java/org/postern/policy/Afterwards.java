package org.postern.policy;

import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Message;

import java.io.IOException;

/** Judges a message that is ours already; it can no longer be refused. */
public non-sealed interface Afterwards extends Filter {
    /**
     * {@return whether this message must be judged} Asked before the 250, of mail that was not refused; has to be quick. Mail that
     * concerns no filter goes straight to its destination.
     */
    boolean concerns(Envelope envelope, HeaderSection header);

    /**
     * {@return the verdict}
     *
     * @throws IOException when the content cannot be read; the message is then judged again later
     */
    AfterAcceptance judge(Message message, HeaderSection header) throws IOException;
}
