package org.postern.store.parked;

import org.postern.queue.MailQueue;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.WaitingMail.Released;
import org.postern.queue.WaitingMail.Taker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Hands a batch of what is due to its taker. One that cannot be handed over must not keep the others: what fails by itself waits for a
 * person from then on, and what the queue of an application does not take comes again in some minutes. Used once.
 */
final class Handover {
    private static final Duration LATER = Duration.ofMinutes(5);

    private final Taker taker;
    private final Function<ParkedMessageRow, Released> reader;
    private final Instant now;
    private final List<ParkedMessageRow> taken = new ArrayList<>();

    Handover(Taker taker, Function<ParkedMessageRow, Released> reader, Instant now) {
        this.taker = taker;
        this.reader = reader;
        this.now = now;
    }

    private record Entry(ParkedMessageRow row, Released mail) {}

    /**
     * {@return those that were taken}
     *
     * @throws QueueUnavailableException if the gateway's own queues take nothing now; nothing has changed then
     */
    List<ParkedMessageRow> give(List<ParkedMessageRow> rows) throws QueueUnavailableException {
        List<Entry> own = new ArrayList<>();
        Map<String, List<Entry>> applications = new LinkedHashMap<>();
        for (ParkedMessageRow row : rows) {
            read(row, row.queue().startsWith(MailQueue.OWN)
                    ? own
                    : applications.computeIfAbsent(row.queue(), queue -> new ArrayList<>()));
        }
        give(own, false);
        for (List<Entry> application : applications.values()) {
            give(application, true);
        }
        return taken;
    }

    private void read(ParkedMessageRow row, List<Entry> entries) {
        try {
            entries.add(new Entry(row, reader.apply(row)));
        } catch (RuntimeException e) {
            row.hold("it cannot be read: " + e.getMessage());
        }
    }

    private void give(List<Entry> entries, boolean mayWait) throws QueueUnavailableException {
        if (entries.isEmpty()) {
            return;
        }
        try {
            taker.take(entries.stream().map(Entry::mail).toList());
            entries.forEach(entry -> taken.add(entry.row()));
        } catch (QueueUnavailableException e) {
            if (!mayWait) {
                throw e;
            }
            entries.forEach(entry -> entry.row().putOff(now.plus(LATER)));
        } catch (RuntimeException e) {
            apart(entries, mayWait, e);
        }
    }

    private void apart(List<Entry> entries, boolean mayWait, RuntimeException why) throws QueueUnavailableException {
        if (entries.size() == 1) {
            entries.getFirst().row().hold("it cannot be taken up: " + why.getMessage());
            return;
        }
        int half = entries.size() / 2;
        give(entries.subList(0, half), mayWait);
        give(entries.subList(half, entries.size()), mayWait);
    }
}
