package org.postern.store.parked;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import org.postern.event.AddressKey;
import org.postern.event.Sought;
import org.postern.mail.DomainSet;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;
import org.postern.queue.QuarantineFilter;
import org.postern.routing.Destination;
import org.postern.store.DomainRanges;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A query for parked mail, as JPQL. What few addresses lead to is looked up by them and put in order; else the list is walked in its order, along the
 * index of what else is asked for, until a page is full.
 */
final class ParkedSearch {
    private final EntityManager entities;
    private final StringBuilder where = new StringBuilder(" where 1 = 1");
    private final Map<String, Object> parameters = new HashMap<>();
    private String order = "";
    private boolean isLookedUp;

    ParkedSearch(EntityManager entities, ParkedFilter filter) {
        this.entities = entities;
        filter.destination().ifPresent(destination -> is("p.destination", "destination", destination));
        filter.sender().ifPresent(from -> is("p.senderKey", "sender", ParkedMessageRow.senderKey(from)));
        filter.kind().ifPresent(kind -> is("p.kind", "kind", kind));
        filter.reason().ifPresent(reason -> is("p.reason", "reason", reason));
        filter.arrivedBefore().ifPresent(time -> and(" and p.arrived <= :arrived", "arrived", time));
        filter.parkedBefore().ifPresent(time -> and(" and p.parkedAt <= :parkedAt", "parkedAt", time));
        filter.attempts().ifPresent(times -> and(" and p.attempts >= :attempts", "attempts", times));
        filter.recipientDomain().ifPresent(domain -> inDomain("recipient", domain, " and a.recipient = true"));
        filter.quarantine().ifPresent(this::quarantine);
        within(filter.within());
        sought(filter.sought());
        order = " order by " + (isLookedUp ? "" : order) + "p.due, p.key";
    }

    /** Along the index of destinations, whose text forms begin with their kinds. */
    ParkedSearch(EntityManager entities, Optional<Destination.Kind> kind) {
        this.entities = entities;
        if (kind.isPresent()) {
            and(" and p.destination >= :first", "first", kind.get().word());
            and(" and p.destination < :end", "end", behind(kind.get().word()));
        } else {
            where.append(" and p.destination is null");
        }
        order = " order by p.destination, p.due, p.key";
    }

    /** Each of these has an index, which H2 takes for the order only when the order names all of it. */
    private void is(String column, String name, Object value) {
        and(" and " + column + " = :" + name, name, value);
        if (order.isEmpty()) {
            order = column + ", ";
        }
    }

    private void by(AddressClue clue) {
        boolean isFew = clue.isFew(entities, parameters);
        isLookedUp |= isFew;
        where.append(clue.condition(isFew));
    }

    private void within(DomainSet domains) {
        if (!domains.isAll()) {
            DomainRanges ranges = new DomainRanges(domains);
            parameters.putAll(ranges.parameters());
            by(new AddressClue(ranges.each("a.id.addressKey").toList(), " and a.recipient = true"));
            where.append(
                    " and not exists (select 1 from ParkedAddressRow b where b.id.parkedKey = p.key and b.recipient = true and not ")
                    .append(ranges.of("b.id.addressKey"))
                    .append(')');
        }
    }

    /** {@return those of these keys that match} */
    List<String> keys(Collection<String> keys) {
        return bind(entities.createQuery("select p.key from ParkedMessageRow p" + where + " and p.key in :keys",
                String.class)).setParameter("keys", keys).getResultList();
    }

    /** There is no index of words: as many lines are read as wait in quarantine. */
    private void quarantine(QuarantineFilter filter) {
        filter.kind().ifPresent(kind -> and(" and p.quarantined.kind = :quarantine", "quarantine", kind));
        if (!filter.words().isEmpty()) {
            and(" and (locate(:words, lower(p.quarantined.subject)) > 0 or locate(:words, lower(p.quarantined.author)) > 0"
                    + " or locate(:words, lower(p.lastReply)) > 0)", "words", filter.words().toLowerCase(Locale.ROOT));
        }
    }

    private void sought(Sought sought) {
        switch (sought) {
            case Sought.Anything() -> {
            }
            case Sought.Address(String address) -> {
                parameters.put("address", AddressKey.of(address));
                by(AddressClue.of("a.id.addressKey = :address"));
            }
            case Sought.LocalPart(String localPart) -> {
                parameters.put("local", localPart.toLowerCase(Locale.ROOT));
                by(AddressClue.of("a.localPart = :local"));
            }
            case Sought.DomainName(String domain) -> inDomain("sought", domain, "");
            case Sought.HostName(String name) -> inDomain("sought", name, "");
            case Sought.NullReversePath() -> and(" and p.reversePath = :null", "null", "");
            case Sought.Client(String address) -> inDomain("sought", "[" + address + "]", "");
            case Sought.MessageId none -> nothing();
            case Sought.Subject none -> nothing();
            case Sought.Word(String text) -> word(text);
        }
    }

    /** Neither Message-ID nor Subject of parked mail has a column. */
    private void nothing() {
        where.append(" and 1 = 0");
    }

    /** A queue id of something that is parked is meant as such; anything else is the beginning of a local part. */
    private void word(String text) {
        String id = text.toUpperCase(Locale.ROOT);
        boolean isId = !entities.createQuery("select p.key from ParkedMessageRow p where p.queueId = :id", String.class)
                .setParameter("id", id)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
        if (isId) {
            and(" and p.queueId = :id", "id", id);
        } else {
            String beginning = text.toLowerCase(Locale.ROOT);
            parameters.put("local", beginning);
            parameters.put("localEnd", behind(beginning));
            by(AddressClue.of("a.localPart >= :local and a.localPart < :localEnd"));
        }
    }

    /** {@return a text behind all that begin so: its last character is the next one} */
    private static String behind(String beginning) {
        int last = beginning.codePointBefore(beginning.length());
        int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
        return beginning.substring(0, beginning.length() - Character.charCount(last))
                + Character.toString(Math.min(next, Character.MAX_CODE_POINT));
    }

    private void inDomain(String name, String domain, String more) {
        parameters.put(name + "First", AddressKey.first(domain));
        parameters.put(name + "End", AddressKey.end(domain));
        by(new AddressClue(List.of("a.id.addressKey >= :%1$sFirst and a.id.addressKey < :%1$sEnd".formatted(name)),
                more));
    }

    private void and(String condition, String name, Object value) {
        where.append(condition);
        parameters.put(name, value);
    }

    /** The lines due at the very time of the last one come by a query of their own: both are steps along an index. */
    List<ParkedSummary> lines(ParkedQuery query) {
        if (query.after().isEmpty()) {
            return lines("", Map.of(), query.limit());
        }
        Instant due = query.after().get().due().orElse(ParkedMessageRow.NEVER);
        List<ParkedSummary> lines = new ArrayList<>(lines(" and p.due = :due and p.key > :key",
                Map.of("due", due, "key", query.after().get().key()), query.limit()));
        if (lines.size() < query.limit()) {
            lines.addAll(lines(" and p.due > :due", Map.of("due", due), query.limit() - lines.size()));
        }
        return lines;
    }

    private List<ParkedSummary> lines(String behind, Map<String, Object> place, int limit) {
        TypedQuery<ParkedLine> jpql = bind(
                entities.createQuery(ParkedLine.SELECT + where + behind + order, ParkedLine.class));
        place.forEach(jpql::setParameter);
        return jpql.setMaxResults(limit).getResultStream().map(ParkedLine::toSummary).toList();
    }

    long count(int most) {
        return bind(entities.createQuery("select count(*) from (select p.key as found from ParkedMessageRow p" + where
                + order + " limit " + most + ")", Long.class)).getSingleResult();
    }

    long octets() {
        return bind(entities.createQuery("select coalesce(sum(p.size), 0) from ParkedMessageRow p" + where, Long.class))
                .getSingleResult();
    }

    private <T> TypedQuery<T> bind(TypedQuery<T> jpql) {
        parameters.forEach(jpql::setParameter);
        return jpql;
    }
}
