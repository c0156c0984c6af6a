package org.postern.web.api.mail;

import org.postern.admin.trace.Story;
import org.postern.admin.trace.StoryStep;
import org.postern.assessment.Symbol;
import org.postern.assessment.Verdict;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.Progress;
import org.postern.event.TracedRecipient;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One message from its first octet to the last reply.
 *
 * @param steps in order of time
 * @param waiting where parts of it wait now
 * @param session what else came in the same SMTP session
 */
public record ToldStory(MessageLine message, List<OneRecipient> recipients, List<Step> steps, List<WaitingLine> waiting,
        List<MessageLine> session) {
    /** How far it has come for one. */
    public record OneRecipient(String address, Progress progress, EventKind lastStep, Instant changed,
            Optional<String> destination, Optional<String> reply) {
        static OneRecipient of(TracedRecipient one) {
            return new OneRecipient(one.address(), one.progress(), one.kind(), one.changed(), one.destination(),
                    one.reply());
        }
    }

    /**
     * What happened.
     *
     * @param peer client or next server
     * @param verdict what was decided about it in this step; {@code none} where nothing was
     * @param reason why
     * @param symbols what was found
     */
    public record Step(Instant at, EventKind kind, List<String> recipients, Optional<String> peer,
            Optional<String> destination, Optional<String> reply, Optional<String> detail, Verdict verdict,
            String reason, List<Symbol> symbols) {
        static Step of(StoryStep step) {
            Event event = step.event();
            return new Step(event.at(), event.kind(), event.recipients(), event.peer(), event.destination(),
                    event.reply(), event.detail(), event.assessment().verdict(),
                    event.assessment().isNone() ? "" : event.assessment().reason().toString(),
                    event.assessment().symbols());
        }
    }

    static ToldStory of(Story story) {
        return new ToldStory(MessageLine.of(story.message()),
                story.recipients().stream().map(OneRecipient::of).toList(),
                story.steps().stream().map(Step::of).toList(), story.parked().stream().map(WaitingLine::of).toList(),
                story.session().stream().map(MessageLine::of).toList());
    }
}
