package org.postern.store.trace;

import org.postern.event.AddressKey;
import org.postern.event.HeaderFacts;
import org.postern.event.Sought;
import org.postern.event.TraceQuery;
import org.postern.mail.QueueId;
import org.postern.store.Bounded;
import org.postern.store.DomainRanges;
import org.postern.store.Like;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.TreeMap;

/**
 * What to look for in the tables of the trace.
 *
 * @param any a line that any of these leads to is what is sought; none where anything is
 * @param parameters of their conditions, by name
 * @param indexed whether each has an index to go by
 * @param otherwise what is sought if nothing is found by these
 */
record Clues(List<Clue> any, Map<String, Object> parameters, boolean indexed, Optional<Clues> otherwise) {
    /** Fewer characters begin too many ids. */
    private static final int SHORTEST_BEGINNING = 4;
    private static final Pattern BEGINNING = Pattern.compile("[0-9A-HJKMNP-TV-Z]*");
    private static final String ADDRESS_LIKE = " like :like escape '!'";

    static Clues of(Sought sought) {
        return switch (sought) {
            case Sought.Anything() -> new Clues(List.of(), Map.of(), true, Optional.empty());
            case Sought.Address(String address) ->
                indexed(List.of(Clue.line("x.senderKey = :key"), Clue.recipient("x.addressKey = :key"),
                        Clue.line("x.messageId = :text")),
                        Map.of("key", key(address), "text", HeaderFacts.keptId(address)));
            case Sought.LocalPart(String localPart) -> like(Like.ends(AddressKey.ending(localPart)));
            case Sought.DomainName(String domain) -> indexed(inDomain(), domain(domain));
            case Sought.HostName(String name) -> host(name);
            case Sought.NullReversePath() -> walked(List.of(Clue.line("x.reversePath = :empty")), Map.of("empty", ""));
            case Sought.Client(String address) ->
                indexed(List.of(Clue.placedLine("x.clientAddress = :address")), Map.of("address", address));
            case Sought.MessageId(String id) -> indexed(List.of(Clue.line("x.messageId = :id")), Map.of("id", id));
            case Sought.Subject(String words) -> walked(List.of(inSubject()), subject(words));
            case Sought.Word(String text) -> word(text);
        };
    }

    /** {@return the same, of what is seen by who is limited to some domains} */
    Clues within(TraceQuery query) {
        if (query.within().isAll()) {
            return this;
        }
        DomainRanges ranges = new DomainRanges(query.within());
        Seen seen = new Seen(ranges);
        if (any.isEmpty()) {
            return seen.clues();
        }
        Map<String, Object> all = new TreeMap<>(parameters);
        all.putAll(ranges.parameters());
        return new Clues(any.stream().map(clue -> clue.within(seen, query.progress())).toList(), all, indexed,
                otherwise.map(other -> other.within(query)));
    }

    /** {@return the same without what leads to nothing} */
    Clues only(Collection<Clue> leading) {
        return new Clues(List.copyOf(leading), parameters, indexed, otherwise);
    }

    /** {@return the only clue, if its index has the lines in the order of the list} */
    Optional<Clue> placed() {
        return Optional.of(any).filter(all -> all.size() == 1).map(List::getFirst).filter(Clue::placed);
    }

    /** {@return the key as it is written, of an address as it is written} */
    private static String key(String address) {
        return Bounded.address(AddressKey.of(Bounded.address(address)));
    }

    private static Clues indexed(List<Clue> any, Map<String, Object> parameters) {
        return new Clues(any, parameters, true, Optional.empty());
    }

    private static Clues walked(List<Clue> any, Map<String, Object> parameters) {
        return new Clues(any, parameters, false, Optional.empty());
    }

    private static Clues like(String pattern) {
        return walked(List.of(Clue.line("x.senderKey" + ADDRESS_LIKE), Clue.recipient("x.addressKey" + ADDRESS_LIKE)),
                Map.of("like", pattern));
    }

    private static List<Clue> inDomain() {
        return List.of(Clue.line("x.senderKey >= :domain and x.senderKey < :domainEnd"),
                Clue.recipient("x.addressKey >= :domain and x.addressKey < :domainEnd"));
    }

    private static Map<String, Object> domain(String domain) {
        return Map.of("domain", AddressKey.first(domain), "domainEnd", AddressKey.end(domain));
    }

    private static Clue inSubject() {
        return Clue.line("lower(x.subject) like :words escape '!'");
    }

    private static Map<String, Object> subject(String words) {
        return Map.of("words", Like.contains(words.toLowerCase(Locale.ROOT)));
    }

    private static Clues host(String name) {
        List<Clue> any = new ArrayList<>(inDomain());
        any.add(Clue.placedLine("x.clientName = :name"));
        Map<String, Object> parameters = new TreeMap<>(domain(name));
        parameters.put("name", AddressKey.domain(name));
        return new Clues(any, parameters, true, Optional.of(inWords(name)));
    }

    /** {@return what is sought if a word is no name: the beginning of a local part, or a part of a Subject} */
    private static Clues inWords(String text) {
        Clues local = like(Like.contains(AddressKey.within(text)));
        List<Clue> any = new ArrayList<>(local.any());
        any.add(inSubject());
        Map<String, Object> parameters = new TreeMap<>(local.parameters());
        parameters.putAll(subject(text));
        return walked(any, parameters);
    }

    private static Clues word(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        List<Clue> any = new ArrayList<>(List.of(Clue.line("x.key = :upper"), Clue.line("x.key = :text"),
                Clue.line("x.session = :text"), Clue.placedLine("x.clientName = :name"),
                Clue.recipient("x.remoteName = :text")));
        Map<String, Object> parameters = new TreeMap<>(
                Map.of("upper", upper, "text", text, "name", AddressKey.domain(text)));
        if (upper.length() >= SHORTEST_BEGINNING && upper.length() < QueueId.LENGTH
                && BEGINNING.matcher(upper).matches()) {
            any.add(Clue.line("x.key >= :upper and x.key <= :behind and x.key like :begins"));
            parameters.put("behind", upper + "Z".repeat(QueueId.LENGTH - upper.length()));
            parameters.put("begins", Like.begins(upper));
        }
        return new Clues(any, parameters, true, Optional.of(inWords(text)));
    }
}
