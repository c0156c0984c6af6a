package org.postern.trust.rule;

import org.postern.assessment.Assessment;
import org.postern.config.rule.MailRule;
import org.postern.mail.Envelope;

import java.util.List;
import java.util.Optional;

/**
 * What rules have made of one message.
 *
 * @param assessment what was known before, and a symbol for each rule that was met
 * @param decision of the rules; empty where they leave it to what judges behind them
 * @param envelope for whom it is now
 * @param fields to be put on top, each without its line end
 */
public record Ruled(Assessment assessment, Optional<Decision> decision, Envelope envelope, List<String> fields) {
    public Ruled {
        fields = List.copyOf(fields);
    }

    /** What ends the judgement of a message. */
    public sealed interface Decision {
        /** One rule has decided. */
        record By(MailRule rule) implements Decision {}

        /** To ask all rules takes too long. */
        record TooMuch() implements Decision {}
    }
}
