package org.postern.store.trace;

import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.Fate;
import org.postern.event.HeaderFacts;
import org.postern.event.Progress;
import org.postern.event.TracedClient;
import org.postern.event.TracedRecipient;
import org.postern.store.Bounded;
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
    /** The ids of all its events are read whenever a story grows, so that nothing is told twice: it ends before that costs too much. */
    static final int MOST_PARTS = 500;
    /** Whoever has seen a return path can report to it as often as he likes: what comes later moves recipients, and is told no more. */
    private static final int MOST_REPORTS = 400;
    private static final String THE_END = "the story ends here, what came later is not told. ";

    private final String key;
    private final boolean isNew;
    private Instant arrived = Instant.MAX;
    private Instant changed = Instant.MIN;
    private Optional<String> session = Optional.empty();
    private Optional<String> reversePath = Optional.empty();
    private TracedClient client = TracedClient.NONE;
    private HeaderFacts header = HeaderFacts.NONE;
    private long size;
    private Progress latest = Progress.ON_THE_WAY;
    private final Map<String, TracedRecipient> recipients = new LinkedHashMap<>();
    private final Set<String> stored = new HashSet<>();
    private final Set<String> touched = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private final List<Event> news = new ArrayList<>();
    private final List<Event> reports = new ArrayList<>();
    private int knownParts;

    private TraceLine(String key, boolean isNew) {
        this.key = key;
        this.isNew = isNew;
    }

    static TraceLine unknown(String key) {
        return new TraceLine(key, true);
    }

    static TraceLine known(String key, Instant arrived, Instant changed, Optional<String> session,
            Optional<String> reversePath, long size, Progress progress) {
        TraceLine line = new TraceLine(key, false);
        line.arrived = arrived;
        line.changed = changed;
        line.session = session;
        line.reversePath = reversePath;
        line.size = size;
        line.latest = progress;
        return line;
    }

    /** Its story is not read, and not continued; what an event says of the line itself may be told any number of times. */
    void full() {
        knownParts = MOST_PARTS;
    }

    void knownRecipient(TracedRecipient recipient) {
        recipients.put(recipient.address(), recipient);
        stored.add(recipient.address());
    }

    void knownPart(StoredPart part) {
        knownParts++;
        told.addAll(part.ids());
        reports.addAll(part.reports());
    }

    /** Learns what the event says, unless it was told before. */
    void after(Event whole) {
        Event event = Bounded.event(whole);
        if (!told.add(event.id())) {
            return;
        }
        if (event.kind() == EventKind.BOUNCED_BACK) {
            reported(event);
            return;
        }
        news.add(event.withoutHeader());
        learn(event);
        int before = recipients.size();
        event.moved().forEach(address -> recipientAfter(address, event));
        if (recipients.size() > before) {
            reports.forEach(this::concern);
        }
    }

    private void learn(Event event) {
        arrived = event.at().isBefore(arrived) ? event.at() : arrived;
        if (!event.at().isBefore(changed)) {
            changed = event.at();
            latest = Progress.after(event.kind());
        }
        size = Math.max(size, event.size());
        session = session.or(event::session);
        reversePath = reversePath.or(event::reversePath);
        TracedClient from = TracedClient.of(event);
        client = new TracedClient(client.address().or(from::address), client.name().or(from::name));
        header = new HeaderFacts(header.messageId().or(event.header()::messageId),
                header.subject().or(event.header()::subject));
    }

    /** It may be here before what tells whom the message went to. */
    private void reported(Event report) {
        if (reports.size() < MOST_REPORTS) {
            reports.add(report);
            news.add(report);
        }
        learn(report);
        concern(report);
    }

    private void concern(Event report) {
        report.reported(recipients.keySet()).forEach(address -> recipientAfter(address, report));
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
        return !news.isEmpty() || !touched.isEmpty();
    }

    /** {@return how many rows its story has already} */
    int knownParts() {
        return knownParts;
    }

    /** {@return what it has learned, in rows of bounded length; the last row there can be says that it is the last} */
    List<StoryPart> newParts() {
        List<StoryPart> parts = new ArrayList<>();
        int from = 0;
        while (from < news.size() && knownParts + parts.size() < MOST_PARTS - 1) {
            int to = Math.min(from + EVENTS_IN_PART, news.size());
            parts.add(new StoryPart(news.subList(from, to)));
            from = to;
        }
        if (from < news.size() && knownParts < MOST_PARTS) {
            parts.add(new StoryPart(List.of(theLast(news.get(from)))));
        }
        return parts;
    }

    private static Event theLast(Event event) {
        return Bounded.event(event.withDetail(THE_END + event.detail().orElse("")));
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

    /** {@return who has handed it in, as far as what was learned now says so} */
    TracedClient client() {
        return client;
    }

    /** {@return what people tell it by, as far as what was learned now says so} */
    HeaderFacts header() {
        return header;
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

    /** {@return how many recipients have come how far} */
    List<Fate> fates() {
        return Fate.of(recipients.values().stream().map(TracedRecipient::progress).toList());
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
