package org.postern.admin;

import org.postern.event.Event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One event in a story.
 *
 * @param event what happened
 * @param since time since the step before; zero for the first
 * @param elapsed time since the first step
 */
public record Step(Event event, Duration since, Duration elapsed) {

    /** {@return the events, which are in order of time, as steps} */
    static List<Step> of(List<Event> events) {
        List<Step> steps = new ArrayList<>(events.size());
        for (Event event : events) {
            Event before = steps.isEmpty() ? event : steps.getLast().event();
            steps.add(new Step(event, Duration.between(before.at(), event.at()),
                    Duration.between(events.getFirst().at(), event.at())));
        }
        return steps;
    }
}
