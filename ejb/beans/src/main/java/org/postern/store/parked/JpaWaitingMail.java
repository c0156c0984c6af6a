package org.postern.store.parked;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.postern.mail.DomainSet;
import org.postern.queue.Admission;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.WaitingMail;
import org.postern.routing.Destination;
import org.postern.store.Bounded;
import org.postern.store.Checkpoint;
import org.postern.store.Durable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds, releases, changes and drops what is parked in the database. */
@Singleton
public class JpaWaitingMail implements WaitingMail {
    static final ParkedLocks.Choice DUE = new ParkedLocks.Choice("due <= :now", "due, parked_key");
    private static final ParkedLocks.Choice NOT_TRIED = new ParkedLocks.Choice(
            "destination = :destination and kind = 'NOT_TRIED' and due > :now and due < :never",
            "destination, due, parked_key");

    /** No more content than this, in octets, changes hands in one transaction, but for that of a single message. */
    private static final long MOST_OCTETS = 16 * 1024 * 1024;

    private final EntityManager entities;
    private final Checkpoint checkpoint;

    @Inject
    JpaWaitingMail(EntityManager entities, Checkpoint checkpoint) {
        this.entities = entities;
        this.checkpoint = checkpoint;
    }

    /** Need not be durable: what is released again has the same duplicate key. */
    @Override
    @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    public Looked release(Instant now, int limit, Admission admission, Taker taker) throws QueueUnavailableException {
        List<ParkedMessageRow> due = new ParkedLocks(entities).first(DUE, Map.of("now", now), limit);
        List<ParkedMessageRow> looked = withinOctets(due);
        List<ParkedMessageRow> admitted = new ArrayList<>(looked.size());
        for (ParkedMessageRow row : looked) {
            later(row, admission, now).ifPresentOrElse(row::putOff, () -> admitted.add(row));
        }
        Map<String, byte[]> firstParts = firstParts(keys(admitted));
        List<ParkedMessageRow> taken = new Handover(taker, row -> released(row, firstParts), now).give(admitted);
        return new Looked(forget(taken), looked.size() < due.size() ? limit : due.size());
    }

    /** {@return as many as may change hands at once; the rest is due still, and comes next} */
    private static List<ParkedMessageRow> withinOctets(List<ParkedMessageRow> due) {
        long octets = 0;
        int many = 0;
        while (many < due.size() && (many == 0 || octets + due.get(many).size() <= MOST_OCTETS)) {
            octets += due.get(many).size();
            many++;
        }
        return due.subList(0, many);
    }

    /** What a person sends goes, whatever the gate thinks of it. */
    private static Optional<Instant> later(ParkedMessageRow row, Admission admission, Instant now) {
        return row.releasedBy().isPresent() || !row.isDeferred() || !row.isOutgoing() || !row.isReadable()
                || row.isOver(now)
                        ? Optional.empty()
                        : row.destination()
                                .flatMap(to -> admission.putOff(to, row.lane(), row.arrived(), now));
    }

    @Override
    @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    public int recall(Destination destination, Instant now, int limit) {
        Map<String, Object> parameters = Map.of("destination", destination.toString(), "now", now, "never",
                ParkedMessageRow.NEVER);
        List<ParkedMessageRow> waiting = new ParkedLocks(entities).first(NOT_TRIED, parameters, limit);
        waiting.forEach(row -> row.putOff(now));
        return waiting.size();
    }

    @Override
    @Durable
    @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    public int drop(Collection<String> keys, Taker taker) throws QueueUnavailableException {
        return forgetAfter(taker, new ParkedLocks(entities).these(keys));
    }

    private int forgetAfter(Taker taker, List<ParkedMessageRow> rows) throws QueueUnavailableException {
        if (rows.isEmpty()) {
            return 0;
        }
        Map<String, byte[]> firstParts = firstParts(keys(rows));
        taker.take(rows.stream().map(row -> released(row, firstParts)).toList());
        return forget(rows);
    }

    private Released released(ParkedMessageRow row, Map<String, byte[]> firstParts) {
        return new Released(row.toMessage(content(row, firstParts)), row.releasedBy());
    }

    private int forget(List<ParkedMessageRow> rows) {
        PacedParts parts = new PacedParts(entities, ParkedPartRow.TABLE, checkpoint::writeCommitted);
        rows.forEach(row -> parts.forget(row.key(), row.size()));
        return rows.isEmpty()
                ? 0
                : entities.createQuery("delete from ParkedMessageRow p where p.key in :keys")
                        .setParameter("keys", keys(rows))
                        .executeUpdate();
    }

    private static List<String> keys(List<ParkedMessageRow> rows) {
        return rows.stream().map(ParkedMessageRow::key).toList();
    }

    /** Most mail has but one part: all of a batch come with one query. */
    private Map<String, byte[]> firstParts(List<String> keys) {
        Map<String, byte[]> parts = new HashMap<>();
        if (keys.isEmpty()) {
            return parts;
        }
        entities.createQuery("select p from ParkedPartRow p where p.id.parkedKey in :keys and p.id.number = 0",
                ParkedPartRow.class)
                .setParameter("keys", keys)
                .getResultStream()
                .forEach(part -> parts.put(part.id().parkedKey(), part.octets()));
        return parts;
    }

    private StoredContent content(ParkedMessageRow row, Map<String, byte[]> firstParts) {
        return new StoredContent(row.size(),
                number -> number == 0 && firstParts.containsKey(row.key())
                        ? firstParts.get(row.key())
                        : part(row.key(), number));
    }

    private byte[] part(String key, int number) {
        return entities.createQuery("select p.octets from ParkedPartRow p where p.id = :id", byte[].class)
                .setParameter("id", new ParkedPartRow.Id(key, number))
                .getSingleResult();
    }

    @Override
    @Durable
    @Transactional
    public int bringForward(Collection<String> keys, Instant now, String by) {
        return entities
                .createQuery("update ParkedMessageRow p set p.due = :now, p.releasedBy = :by where p.key in :keys")
                .setParameter("now", now)
                .setParameter("by", Bounded.reference(by))
                .setParameter("keys", keys)
                .executeUpdate();
    }

    @Override
    @Durable
    @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    public int change(Collection<String> keys, UnaryOperator<ParkedMessage> change, String by, Taker teller)
            throws QueueUnavailableException {
        List<ParkedMessageRow> rows = new ParkedLocks(entities).these(keys);
        if (rows.isEmpty()) {
            return 0;
        }
        List<ParkedMessage> before = rows.stream().map(row -> row.toMessage(content(row, Map.of()))).toList();
        List<ParkedMessage> changed = before.stream().map(change).toList();
        teller.take(changed.stream().map(one -> new Released(one, Optional.of(by))).toList());
        for (int i = 0; i < rows.size(); i++) {
            become(rows.get(i), before.get(i), changed.get(i), by);
        }
        return rows.size();
    }

    private void become(ParkedMessageRow row, ParkedMessage before, ParkedMessage changed, String by) {
        row.become(changed);
        row.releasedBy(Bounded.reference(by));
        if (changed.mail().message().envelope().equals(before.mail().message().envelope())) {
            return;
        }
        entities.createQuery("delete from ParkedAddressRow a where a.id.parkedKey = :key")
                .setParameter("key", row.key())
                .executeUpdate();
        JpaParkedMessages.addresses(row.key(), changed.mail().message().envelope()).forEach(entities::persist);
    }

    @Override
    @Transactional
    public boolean look(String key, Consumer<ParkedMessage> reader) {
        Optional<ParkedMessageRow> row = Optional.ofNullable(entities.find(ParkedMessageRow.class, key));
        row.map(found -> found.toMessage(content(found, firstParts(List.of(key))))).ifPresent(reader);
        return row.isPresent();
    }

    @Override
    @Transactional
    public List<ParkedSummary> list(ParkedQuery query) {
        return new ParkedSearch(entities, query.filter()).lines(query);
    }

    @Override
    @Transactional
    public long count(ParkedFilter filter, int most) {
        return new ParkedSearch(entities, filter).count(most);
    }

    @Override
    @Transactional
    public long count(Optional<Destination.Kind> kind, int most) {
        return new ParkedSearch(entities, kind).count(most);
    }

    @Override
    @Transactional
    public List<String> within(DomainSet domains, Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : new ParkedSearch(entities, ParkedFilter.everything().within(domains)).keys(keys);
    }

    @Override
    @Transactional
    public long octets(ParkedFilter filter) {
        return new ParkedSearch(entities, filter).octets();
    }

    /** From one to the next along the index: as many steps as there are destinations, not messages. */
    @Override
    @Transactional
    public List<String> destinations(String after, int limit) {
        List<String> found = new ArrayList<>();
        Optional<String> next = next(after);
        while (next.isPresent() && found.size() < limit) {
            found.add(next.get());
            next = next(next.get());
        }
        return found;
    }

    private Optional<String> next(String after) {
        return entities
                .createQuery("select p.destination from ParkedMessageRow p where p.destination > :after"
                        + " order by p.destination", String.class)
                .setParameter("after", after)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
