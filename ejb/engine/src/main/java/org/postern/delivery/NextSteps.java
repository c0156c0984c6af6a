package org.postern.delivery;

import org.postern.event.Event;
import org.postern.queue.ParkedMessage;

import java.util.List;
import java.util.Optional;

/**
 * What follows from an attempt. To be done in this order: park, then post the notice with the events, then acknowledge. Done
 * twice, it parks and notifies once.
 *
 * @param events the story so far
 * @param parked the recipients that have to wait
 * @param notice what the sender is told
 */
public record NextSteps(List<Event> events, Optional<ParkedMessage> parked, Optional<DeliveryStatusNotice> notice) {
    public NextSteps {
        events = List.copyOf(events);
    }
}
