package org.postern.admin.overview;

import org.postern.admin.server.ListenerView;
import org.postern.admin.server.QueueView;
import org.postern.delivery.gate.DoorView;
import org.postern.flow.FlowCounts;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.sentence.Sentence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is looked at first, as it was a few seconds ago at most.
 *
 * @param troubles what keeps mail out, and what should be seen to
 * @param queues all JMS queues of this node
 * @param parked how many wait for each reason
 * @param doors the hosts that keep mail waiting
 * @param oldest when the message was sent to the outgoing queue that is next there; empty if there is none
 * @param due when the first of the deferred mail is tried; empty if there is none
 * @param lately what came and went in the last minutes that are over
 */
public record Overview(List<Sentence> troubles, List<Gauge> gauges, List<QueueView> queues,
        List<ListenerView> listeners,
        Map<Reason, Long> parked, List<DoorView> doors, Optional<Instant> oldest, Optional<Instant> due,
        FlowCounts lately) {
    public Overview {
        troubles = List.copyOf(troubles);
        gauges = List.copyOf(gauges);
        queues = List.copyOf(queues);
        listeners = List.copyOf(listeners);
        parked = Map.copyOf(parked);
        doors = List.copyOf(doors);
    }
}
