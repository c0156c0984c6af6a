package org.postern.store.trace;

import org.postern.event.Event;
import org.postern.event.Fate;
import org.postern.event.Progress;
import org.postern.event.Trace;
import org.postern.event.TracePage;
import org.postern.event.TraceQuery;
import org.postern.event.TracedMessage;
import org.postern.event.TracedRecipient;
import org.postern.mail.QueueId;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A trace for tests: everything is worked out anew from the events. */
final class InMemoryTrace implements Trace {
    private static final int CUT = 2000;

    private final Map<String, Event> events = new TreeMap<>();

    @Override
    public void store(List<Event> more) {
        more.forEach(event -> events.putIfAbsent(event.id(), event));
    }

    @Override
    public List<Event> story(String key) {
        List<String> known = recipients(key).stream().map(TracedRecipient::address).toList();
        return raw(key).stream().map(event -> event.toldOf(known)).toList();
    }

    private List<Event> raw(String key) {
        return events.values()
                .stream()
                .filter(event -> TracedMessage.keyOf(event).equals(key))
                .sorted(Comparator.comparing(Event::at).thenComparing(Event::kind))
                .map(InMemoryTrace::cut)
                .limit(LONGEST_STORY)
                .toList();
    }

    private static Event cut(Event e) {
        return new Event(e.id(), e.at(), e.kind(), e.queueId(), e.session(), e.reversePath(), e.recipients(), e.peer(),
                e.destination(), e.reply().map(r -> r.substring(0, Math.min(r.length(), CUT))), e.size(), e.detail(),
                e.assessment(), e.header());
    }

    @Override
    public Optional<TracedMessage> message(String key) {
        return Optional.of(story(key)).filter(Predicate.not(List::isEmpty)).map(story -> line(key, story));
    }

    private TracedMessage line(String key, List<Event> story) {
        List<TracedRecipient> recipients = recipients(key);
        Progress progress = recipients.isEmpty()
                ? Progress.after(story.getLast().kind())
                : Progress.of(recipients.stream().map(TracedRecipient::progress).toList());
        return new TracedMessage(key, story.getFirst().queueId(), first(story, Event::session), story.getFirst().at(),
                story.getLast().at(), first(story, Event::reversePath),
                story.stream().mapToLong(Event::size).max().orElse(0), progress, recipients.size(),
                recipients.stream().map(TracedRecipient::address).findFirst(),
                Fate.of(recipients.stream().map(TracedRecipient::progress).toList()),
                first(story, event -> event.header().subject()));
    }

    private static Optional<String> first(List<Event> story,
            java.util.function.Function<Event, Optional<String>> what) {
        return story.stream().map(what).flatMap(Optional::stream).findFirst();
    }

    @Override
    public List<TracedRecipient> recipients(String key) {
        Map<String, TracedRecipient> known = new TreeMap<>();
        for (Event event : raw(key)) {
            for (String address : event.moved()) {
                known.merge(address, TracedRecipient.first(address, event), (old, fresh) -> old.after(event));
            }
        }
        for (Event event : raw(key)) {
            event.reported(List.copyOf(known.keySet()))
                    .forEach(address -> known.computeIfPresent(address, (same, old) -> old.after(event)));
        }
        return List.copyOf(known.values());
    }

    private Stream<TracedMessage> lines() {
        return events.values().stream().map(TracedMessage::keyOf).distinct().map(key -> message(key).orElseThrow());
    }

    @Override
    public List<TracedMessage> session(String reference) {
        return lines().filter(line -> line.session().filter(reference::equals).isPresent())
                .sorted(Comparator.comparing(TracedMessage::arrived))
                .toList();
    }

    @Override
    public TracePage find(TraceQuery query) {
        return new InMemorySearch(query, this::recipients, this::raw).page(lines().toList());
    }

    @Override
    public Optional<Instant> oldest() {
        return lines().map(TracedMessage::arrived).min(Comparator.naturalOrder());
    }

    @Override
    public int purge(Instant before, int limit) {
        List<TracedMessage> old = lines().filter(line -> line.arrived().isBefore(before))
                .sorted(Comparator.comparing(TracedMessage::arrived))
                .limit(limit)
                .toList();
        old.forEach(line -> events.values().removeIf(event -> TracedMessage.keyOf(event).equals(line.key())));
        return old.size();
    }
}
