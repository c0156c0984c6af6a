package org.postern.admin.trace;

import org.postern.event.Event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One event in a story.
 *
 * @param event what happened
 * @param since time since the step before; zero for the first
 * @param repeatsReply whether the reply is that of the step before
 * @param repeatsRecipients whether it is about the same recipients as the step before
 */
public record StoryStep(Event event, Duration since, boolean repeatsReply, boolean repeatsRecipients) {

    /** {@return the events, which are in order of time, as steps} */
    static List<StoryStep> of(List<Event> events) {
        List<StoryStep> steps = new ArrayList<>(events.size());
        for (Event event : events) {
            steps.add(steps.isEmpty() ? first(event) : after(steps.getLast().event(), event));
        }
        return steps;
    }

    private static StoryStep first(Event event) {
        return new StoryStep(event, Duration.ZERO, false, false);
    }

    private static StoryStep after(Event before, Event event) {
        return new StoryStep(event, Duration.between(before.at(), event.at()), before.reply().equals(event.reply()),
                before.recipients().equals(event.recipients()));
    }
}
