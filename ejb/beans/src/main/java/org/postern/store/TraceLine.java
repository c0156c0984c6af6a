package org.postern.store;

import org.postern.event.Event;
import org.postern.event.Progress;
import org.postern.event.TracedRecipient;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One line of the trace while a batch of events is taken to it. */
final class TraceLine {
    /** More recipients than any listener takes; an event that says otherwise is cut. */
    private static final int MAX_RECIPIENTS = 100_000;

    private final String key;
    private final boolean isNew;
    private Instant arrived = Instant.MAX;
    private Instant changed = Instant.MIN;
    private Optional<String> session = Optional.empty();
    private Optional<String> reversePath = Optional.empty();
    private long size;
    private Progress latest = Progress.ON_THE_WAY;
    private final Map<String, TracedRecipient> recipients = new LinkedHashMap<>();
    private final Set<String> stored = new HashSet<>();
    private final Set<String> touched = new HashSet<>();

    private TraceLine(String key, boolean isNew) {
        this.key = key;
        this.isNew = isNew;
    }

    static TraceLine unknown(String key) {
        return new TraceLine(key, true);
    }

    static TraceLine known(String key, Instant arrived, Instant changed, Optional<String> session,
            Optional<String> reversePath, long size) {
        TraceLine line = new TraceLine(key, false);
        line.arrived = arrived;
        line.changed = changed;
        line.session = session;
        line.reversePath = reversePath;
        line.size = size;
        return line;
    }

    void knownRecipient(TracedRecipient recipient) {
        recipients.put(recipient.address(), recipient);
        stored.add(recipient.address());
    }

    /** Learns what the event says. */
    void after(Event event) {
        arrived = event.at().isBefore(arrived) ? event.at() : arrived;
        if (!event.at().isBefore(changed)) {
            changed = event.at();
            latest = Progress.after(event.kind());
        }
        size = Math.max(size, event.size());
        session = session.or(event::session).map(Bounded::reference);
        reversePath = reversePath.or(event::reversePath).map(Bounded::address);
        event.moved().forEach(address -> recipientAfter(Bounded.address(address), event));
    }

    private void recipientAfter(String address, Event event) {
        TracedRecipient before = recipients.get(address);
        if (before == null && recipients.size() >= MAX_RECIPIENTS) {
            return;
        }
        recipients.put(address, before == null ? TracedRecipient.first(address, event) : before.after(event));
        touched.add(address);
    }

    String key() {
        return key;
    }

    boolean isNew() {
        return isNew;
    }

    Instant arrived() {
        return arrived;
    }

    Instant changed() {
        return changed;
    }

    Optional<String> session() {
        return session;
    }

    Optional<String> reversePath() {
        return reversePath;
    }

    long size() {
        return size;
    }

    /** {@return how far it has come, by its recipients; by its latest event if it has none} */
    Progress progress() {
        Set<Progress> all = EnumSet.noneOf(Progress.class);
        recipients.values().forEach(recipient -> all.add(recipient.progress()));
        return all.isEmpty() ? latest : Progress.of(all);
    }

    int recipientCount() {
        return recipients.size();
    }

    Optional<String> firstRecipient() {
        return recipients.keySet().stream().findFirst();
    }

    /** {@return the recipients that are to be written; those not stored yet, or the others} */
    List<TracedRecipient> touched(boolean onlyNew) {
        return touched.stream().filter(address -> stored.contains(address) != onlyNew).map(recipients::get).toList();
    }
}
