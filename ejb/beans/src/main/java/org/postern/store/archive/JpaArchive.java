package org.postern.store.archive;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.postern.archive.ArchiveFilter;
import org.postern.archive.ArchiveQuery;
import org.postern.archive.ArchivedMail;
import org.postern.archive.MailArchive;
import org.postern.event.AddressKey;
import org.postern.mail.Message;
import org.postern.queue.QueuedMail;
import org.postern.store.Bounded;
import org.postern.store.Checkpoint;
import org.postern.store.Durable;
import org.postern.store.parked.PacedParts;
import org.postern.store.parked.StoredContent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Archives mail in the database. Two nodes that keep the same one at the same time make the second fail, which is tried again. */
@Singleton
public class JpaArchive implements MailArchive {
    private static final int AT_ONCE = 200;

    private final EntityManager entities;
    private final Checkpoint checkpoint;

    @Inject
    JpaArchive(EntityManager entities, Checkpoint checkpoint) {
        this.entities = entities;
        this.checkpoint = checkpoint;
    }

    private PacedParts parts() {
        return new PacedParts(entities, ArchivedPartRow.TABLE, checkpoint::writeCommitted);
    }

    @Override
    @Durable
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean keep(String key, QueuedMail mail, Instant time, Optional<Instant> until) {
        if (isKept(key)) {
            return false;
        }
        Message message = mail.message();
        ArchivedMessageRow row = new ArchivedMessageRow(key, mail, time, until);
        entities.persist(row);
        entities.flush();
        long id = row.id();
        message.envelope()
                .recipients()
                .stream()
                .map(recipient -> Bounded.address(AddressKey.of(recipient.mailbox().toString())))
                .distinct()
                .forEach(address -> entities.persist(new ArchivedAddressRow(id, address)));
        entities.flush();
        try {
            parts().write(message.content(), (number, octets) -> new ArchivedPartRow(id, number, octets));
        } catch (IOException e) {
            throw new UncheckedIOException("the content to be kept cannot be read", e);
        }
        return true;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean holds(String key) {
        return isKept(key);
    }

    private boolean isKept(String key) {
        return !entities.createQuery("select m.id from ArchivedMessageRow m where m.taking = :key", Long.class)
                .setParameter("key", key)
                .getResultList()
                .isEmpty();
    }

    @Override
    @Transactional
    public List<ArchivedMail> list(ArchiveQuery query) {
        return new ArchiveSearch(entities, query.filter()).page(query).stream().map(ArchivedMessageRow::line).toList();
    }

    @Override
    @Transactional
    public long count(ArchiveFilter filter, int most) {
        return new ArchiveSearch(entities, filter).count(most);
    }

    @Override
    @Transactional
    public Optional<ArchivedMail> find(long id, ArchiveFilter filter) {
        return row(id, filter).map(ArchivedMessageRow::line);
    }

    private Optional<ArchivedMessageRow> row(long id, ArchiveFilter filter) {
        return new ArchiveSearch(entities, filter).of(id).first(1).stream().findFirst();
    }

    @Override
    @Transactional
    public boolean look(long id, ArchiveFilter filter, Consumer<QueuedMail> reader) {
        Optional<ArchivedMessageRow> row = row(id, filter);
        row.map(found -> found.toMail(new StoredContent(found.size(), number -> part(id, number))))
                .ifPresent(reader);
        return row.isPresent();
    }

    private byte[] part(long id, int number) {
        return entities.createQuery("select p.octets from ArchivedPartRow p where p.id = :id", byte[].class)
                .setParameter("id", new ArchivedPartRow.Id(id, number))
                .getSingleResult();
    }

    @Override
    @Durable
    @Transactional
    public int forget(ArchiveFilter filter, int most) {
        return forget(new ArchiveSearch(entities, filter).first(most));
    }

    @Override
    @Transactional
    public int forgetOver(Instant time, int most) {
        return forget(new ArchiveSearch(entities, ArchiveFilter.everything()).over(time).first(most));
    }

    private int forget(List<ArchivedMessageRow> rows) {
        rows.forEach(row -> parts().forget(row.id(), row.size()));
        return rows.isEmpty()
                ? 0
                : entities.createQuery("delete from ArchivedMessageRow m where m.id in :ids")
                        .setParameter("ids", rows.stream().map(ArchivedMessageRow::id).toList())
                        .executeUpdate();
    }

    @Override
    @Transactional
    public Map<String, Held> held() {
        Map<String, Held> held = new TreeMap<>();
        entities.createQuery(
                "select m.place, count(m), coalesce(sum(m.size), 0L) from ArchivedMessageRow m group by m.place",
                Object[].class)
                .getResultList()
                .forEach(row -> held.put((String) row[0], new Held((Long) row[1], (Long) row[2])));
        return held;
    }

    @Override
    @Transactional
    public Held held(String place) {
        return entities
                .createQuery("select new org.postern.archive.MailArchive$Held(count(m), coalesce(sum(m.size), 0L))"
                        + " from ArchivedMessageRow m where m.place = :place", Held.class)
                .setParameter("place", place)
                .getSingleResult();
    }

    @Override
    @Transactional
    public Held forgetOldest(String place, Held excess) {
        List<ArchivedMessageRow> going = new ArrayList<>();
        Held gone = Held.NOTHING;
        for (ArchivedMessageRow row : new ArchiveSearch(entities, ArchiveFilter.at(place)).first(AT_ONCE)) {
            if (excess.over(gone).isNothing()) {
                break;
            }
            going.add(row);
            gone = gone.plus(new Held(1, row.size()));
        }
        forget(going);
        return gone;
    }
}
