package org.postern.delivery.outcome;

import org.postern.event.Event;
import org.postern.queue.ParkedMessage;

import java.util.List;
import java.util.Optional;

/**
 * What follows from an attempt. To be done in this order: park, then post the notice together with the events, then acknowledge.
 * Done twice, it parks and notifies once.
 *
 * @param events the story
 * @param parked the recipients that have to wait
 * @param report what the sender is told
 */
public record NextSteps(List<Event> events, Optional<ParkedMessage> parked, Optional<Report> report) {
    public NextSteps {
        events = List.copyOf(events);
    }

    /** {@return whether all is done but the telling: nobody has to wait, and no sender has to know} */
    public boolean isOver() {
        return parked.isEmpty() && report.isEmpty();
    }

    /**
     * Something to tell a sender.
     *
     * @param key posting the same key twice posts once
     * @param untold the failed recipients, to be parked if the notice cannot be posted: they are tried, and fail, again then; empty if
     *        the notice tells of others as well, who have nothing to try again: then it is the notice that is parked
     */
    public record Report(DeliveryStatusNotice notice, String key, Optional<ParkedMessage> untold) {}
}
