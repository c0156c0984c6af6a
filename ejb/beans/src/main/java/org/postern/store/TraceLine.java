package org.postern.store;

import org.postern.event.Event;
import org.postern.event.Progress;
import org.postern.event.TracedRecipient;
import org.postern.story.EventCodec;

import java.time.Instant;
import java.util.ArrayList;
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
    /** As many as fit into a row, however long each of them is. */
    private static final int EVENTS_IN_PART = 4;

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
    private final Set<String> told = new HashSet<>();
    private final List<Event> news = new ArrayList<>();
    private int knownParts;

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

    void knownPart(List<Event> events) {
        knownParts++;
        events.forEach(event -> told.add(event.id()));
    }

    /** Learns what the event says, unless it was told before. */
    void after(Event whole) {
        Event event = Bounded.event(whole);
        if (!told.add(event.id())) {
            return;
        }
        news.add(event);
        arrived = event.at().isBefore(arrived) ? event.at() : arrived;
        if (!event.at().isBefore(changed)) {
            changed = event.at();
            latest = Progress.after(event.kind());
        }
        size = Math.max(size, event.size());
        session = session.or(event::session);
        reversePath = reversePath.or(event::reversePath);
        event.moved().forEach(address -> recipientAfter(address, event));
    }

    private void recipientAfter(String address, Event event) {
        TracedRecipient before = recipients.get(address);
        if (before == null && recipients.size() >= MAX_RECIPIENTS) {
            return;
        }
        recipients.put(address, before == null ? TracedRecipient.first(address, event) : before.after(event));
        touched.add(address);
    }

    /** {@return whether it has learned anything} */
    boolean isChanged() {
        return !news.isEmpty();
    }

    /** {@return how many rows its story has already} */
    int knownParts() {
        return knownParts;
    }

    /** {@return what it has learned, in rows of bounded length} */
    List<String> newParts() {
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < news.size(); from += EVENTS_IN_PART) {
            parts.add(EventCodec.write(news.subList(from, Math.min(from + EVENTS_IN_PART, news.size()))));
        }
        return parts;
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
