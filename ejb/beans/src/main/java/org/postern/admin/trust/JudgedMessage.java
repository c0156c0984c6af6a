package org.postern.admin.trust;

import org.postern.assessment.Assessment;
import org.postern.sentence.Sentence;
import org.postern.smtp.Reply;

import java.util.List;
import java.util.Optional;

/**
 * What would become of a message.
 *
 * @param found all that was found, and the verdict
 * @param refusal what the client would hear at the end of the message; empty where it would be taken
 * @param notes what would be decided elsewhere, or was not asked
 */
public record JudgedMessage(Assessment found, Optional<Reply> refusal, List<Sentence> notes) {
    public JudgedMessage {
        notes = List.copyOf(notes);
    }
}
