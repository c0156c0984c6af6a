package org.postern.trust;

import org.postern.assessment.Assessment;
import org.postern.smtp.Reply;

import java.util.Optional;

/**
 * What came of the examination of a message.
 *
 * @param assessment all that was found, and the verdict
 * @param refusal what the client hears; empty where the message is taken
 */
public record Examined(Assessment assessment, Optional<Reply> refusal) {
    /** {@return the examination of a message that is taken} */
    public static Examined taken(Assessment assessment) {
        return new Examined(assessment, Optional.empty());
    }
}
