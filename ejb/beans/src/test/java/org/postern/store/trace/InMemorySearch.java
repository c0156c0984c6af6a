package org.postern.store.trace;

import org.postern.event.AddressKey;
import org.postern.event.Event;
import org.postern.event.HeaderFacts;
import org.postern.event.Progress;
import org.postern.event.RemoteName;
import org.postern.event.Sought;
import org.postern.event.TracePage;
import org.postern.event.TracePosition;
import org.postern.event.TraceQuery;
import org.postern.event.TraceQuery.Start;
import org.postern.event.TracedClient;
import org.postern.event.TracedLine;
import org.postern.event.TracedMessage;
import org.postern.event.TracedRecipient;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A query of the trace for tests: everything is looked at. */
record InMemorySearch(TraceQuery query, Function<String, List<TracedRecipient>> recipients,
        Function<String, List<Event>> story) {
    TracePage page(List<TracedMessage> all) {
        List<TracedMessage> inTime = all.stream()
                .filter(line -> query.from().filter(line.arrived()::isBefore).isEmpty())
                .filter(line -> query.until().filter(until -> !line.arrived().isBefore(until)).isEmpty())
                .sorted(Comparator.comparing(TracedMessage::arrived).thenComparing(TracedMessage::key).reversed())
                .toList();
        List<TracedLine> found = found(inTime, query.sought());
        boolean named = all.stream()
                .anyMatch(line -> found(List.of(line), query.sought(), Optional.empty()).size() > 0);
        if (!named && query.sought() instanceof Sought.Word(String text)) {
            found = inWords(inTime, text);
        } else if (!named && query.sought() instanceof Sought.HostName(String text)) {
            found = inWords(inTime, text);
        }
        return page(found, query.start());
    }

    private TracePage page(List<TracedLine> found, Start start) {
        int from = switch (start) {
            case Start.Latest() -> 0;
            case Start.After(TracePosition place) ->
                (int) found.stream().takeWhile(line -> !place.isBefore(line.message())).count();
            case Start.Before(TracePosition place) -> Math.max(0,
                    (int) found.stream().takeWhile(line -> !place.isBefore(line.message())).count() - query.limit());
        };
        List<TracedLine> shown = found.stream().skip(from).limit(query.limit()).toList();
        boolean isMore = from + shown.size() < found.size();
        return new TracePage(shown, from > 0 ? Optional.of(found.get(from - 1).message().position()) : Optional.empty(),
                isMore ? Optional.of(shown.getLast().message().position()) : Optional.empty(), Optional.empty(),
                Optional.of((long) found.size()));
    }

    private List<TracedLine> found(List<TracedMessage> lines, Sought sought) {
        return found(lines, sought, query.progress());
    }

    private List<TracedLine> found(List<TracedMessage> lines, Sought sought, Optional<Progress> progress) {
        return switch (sought) {
            case Sought.Anything() -> lines(lines, progress, line -> true, progress.isPresent(), key -> true);
            case Sought.Address(String address) -> lines(lines, progress,
                    line -> isFrom(line, AddressKey.of(address)::equals) || isNamed(line, HeaderFacts.keptId(address)),
                    true,
                    AddressKey.of(address)::equals);
            case Sought.LocalPart(String localPart) ->
                ofAddress(lines, progress, key -> key.endsWith(AddressKey.ending(localPart)));
            case Sought.DomainName(String domain) ->
                ofAddress(lines, progress, key -> key.startsWith(AddressKey.first(domain)));
            case Sought.HostName(String name) -> lines(lines, progress,
                    line -> isFrom(line, key -> key.startsWith(AddressKey.first(name)))
                            || client(line).anyMatch(one -> one.name().equals(Optional.of(AddressKey.domain(name)))),
                    true, key -> key.startsWith(AddressKey.first(name)));
            case Sought.NullReversePath() ->
                ofLine(lines, progress, line -> line.reversePath().equals(Optional.of("")));
            case Sought.Client(String address) -> ofLine(lines, progress,
                    line -> client(line).anyMatch(one -> one.address().equals(Optional.of(address))));
            case Sought.MessageId(String id) -> ofLine(lines, progress, line -> isNamed(line, id));
            case Sought.Subject(String words) -> ofLine(lines, progress, line -> isAbout(line, words));
            case Sought.Word(String text) -> ofLine(lines, progress, line -> isWord(line, text));
        };
    }

    private List<TracedLine> inWords(List<TracedMessage> lines, String text) {
        Predicate<String> begins = key -> key.contains(AddressKey.within(text));
        return lines(lines, query.progress(), line -> isFrom(line, begins) || isAbout(line, text), true, begins);
    }

    private List<TracedLine> ofLine(List<TracedMessage> lines, Optional<Progress> progress,
            Predicate<TracedMessage> of) {
        return lines(lines, progress, of, false, key -> false);
    }

    private List<TracedLine> ofAddress(List<TracedMessage> lines, Optional<Progress> progress, Predicate<String> of) {
        return lines(lines, progress, line -> isFrom(line, of), true, of);
    }

    private List<TracedLine> lines(List<TracedMessage> lines, Optional<Progress> progress,
            Predicate<TracedMessage> ofLine, boolean bySought, Predicate<String> ofRecipient) {
        return lines.stream().flatMap(line -> {
            List<TracedRecipient> all = recipients.apply(line.key());
            List<TracedRecipient> sought = bySought
                    ? all.stream()
                            .filter(one -> ofRecipient.test(AddressKey.of(one.address())))
                            .filter(one -> progress.filter(wanted -> wanted != one.progress()).isEmpty())
                            .toList()
                    : List.of();
            boolean byLine = ofLine.test(line) && progress.filter(wanted -> !has(line, wanted)).isEmpty();
            return sought.isEmpty() && !byLine
                    ? Stream.empty()
                    : Stream.of(new TracedLine(line, Stream.concat(sought.stream(), all.stream()).findFirst(),
                            sought.size()));
        }).toList();
    }

    private static boolean has(TracedMessage line, Progress wanted) {
        return line.fates().stream().anyMatch(fate -> fate.progress() == wanted)
                || (line.fates().isEmpty() && line.progress() == wanted);
    }

    private static boolean isFrom(TracedMessage line, Predicate<String> of) {
        return line.reversePath().filter(path -> !path.isEmpty()).map(AddressKey::of).filter(of).isPresent();
    }

    private Stream<TracedClient> client(TracedMessage line) {
        return story.apply(line.key()).stream().map(TracedClient::of);
    }

    private boolean isNamed(TracedMessage line, String id) {
        return story.apply(line.key())
                .stream()
                .map(Event::header)
                .map(HeaderFacts::messageId)
                .anyMatch(
                        Optional.of(id)::equals);
    }

    private static boolean isAbout(TracedMessage line, String words) {
        return line.subject().filter(text -> lower(text).contains(lower(words))).isPresent();
    }

    private boolean isWord(TracedMessage line, String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return line.key().equals(text) || line.key().equals(upper)
                || (upper.length() > 3 && line.queueId().isPresent() && line.key().startsWith(upper))
                || line.session().equals(Optional.of(text))
                || client(line).anyMatch(one -> one.name().equals(Optional.of(lower(text))))
                || recipients.apply(line.key())
                        .stream()
                        .flatMap(one -> one.reply().flatMap(RemoteName::in).stream())
                        .anyMatch(text::equals);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
