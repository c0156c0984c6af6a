package org.postern.admin.parked;

import org.postern.queue.ParkedSummary;

import java.util.ArrayList;
import java.util.List;

/** Divides a page of parked messages into what is done at once. */
final class Batches {
    private Batches() {}

    /** {@return the keys of these in order, no more in one batch than have so many octets together; a larger message is alone} */
    static List<List<String>> of(List<ParkedSummary> page, long octets) {
        List<List<String>> batches = new ArrayList<>();
        List<String> batch = new ArrayList<>();
        long held = 0;
        for (ParkedSummary line : page) {
            if (!batch.isEmpty() && line.size() > octets - held) {
                batches.add(List.copyOf(batch));
                batch.clear();
                held = 0;
            }
            batch.add(line.key());
            held += line.size();
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }
}
