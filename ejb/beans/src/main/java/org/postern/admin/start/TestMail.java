package org.postern.admin.start;

import org.postern.mail.QueueId;
import org.postern.sentence.Sentence;

/** What became of the wish to send a test mail. */
public sealed interface TestMail {
    /** It is in the queue; its story is found by this name. */
    record Sent(QueueId id) implements TestMail {}

    /**
     * Nothing was sent.
     *
     * @param reason a sentence
     */
    record NotSent(Sentence reason) implements TestMail {}
}
