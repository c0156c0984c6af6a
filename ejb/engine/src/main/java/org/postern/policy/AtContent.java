package org.postern.policy;

import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.receiver.AtCommand;
import org.postern.receiver.SessionFacts;

import java.io.IOException;

/** Judges the content, before it is acknowledged. */
public non-sealed interface AtContent extends Filter {
    /**
     * {@return the verdict}
     *
     * @throws IOException when the content cannot be read, which defers
     */
    AtCommand content(SessionFacts session, Envelope envelope, Content content, HeaderSection header)
            throws IOException;
}
