package org.postern.broker.remote;

import java.time.Instant;
import java.util.List;

/**
 * What one broker elsewhere has said of itself.
 *
 * @param at when it was asked
 * @param diskUsed how much of its disk is in use, in per cent
 * @param mostDisk the part of it, in per cent, beyond which that broker lets nobody send
 * @param queues all that it holds, but for its own
 */
record BrokerState(Instant at, int diskUsed, int mostDisk, List<RemoteQueue> queues) {
    BrokerState {
        queues = List.copyOf(queues);
    }
}
