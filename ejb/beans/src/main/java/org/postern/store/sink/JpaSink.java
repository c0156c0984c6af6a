package org.postern.store.sink;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.postern.event.AddressKey;
import org.postern.mail.Message;
import org.postern.sink.Sink;
import org.postern.sink.SinkFilter;
import org.postern.sink.SinkQuery;
import org.postern.sink.SunkMail;
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
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps the mail of the sink in the database. Two nodes that keep the same one at the same time make the second fail, which is tried again. */
@Singleton
public class JpaSink implements Sink {
    private static final int AT_ONCE = 200;

    private final EntityManager entities;
    private final Checkpoint checkpoint;

    @Inject
    JpaSink(EntityManager entities, Checkpoint checkpoint) {
        this.entities = entities;
        this.checkpoint = checkpoint;
    }

    private PacedParts parts() {
        return new PacedParts(entities, SunkPartRow.TABLE, checkpoint::writeCommitted);
    }

    @Override
    @Durable
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void keep(String key, Message message, Instant now) {
        if (isKept(key)) {
            return;
        }
        SunkMessageRow row = new SunkMessageRow(key, message, now);
        entities.persist(row);
        entities.flush();
        long id = row.id();
        message.envelope()
                .recipients()
                .stream()
                .map(recipient -> Bounded.address(AddressKey.of(recipient.mailbox().toString())))
                .distinct()
                .forEach(address -> entities.persist(new SunkAddressRow(id, address)));
        entities.flush();
        try {
            parts().write(message.content(), (number, octets) -> new SunkPartRow(id, number, octets));
        } catch (IOException e) {
            throw new UncheckedIOException("the content to be kept cannot be read", e);
        }
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean holds(String key) {
        return isKept(key);
    }

    private boolean isKept(String key) {
        return !entities.createQuery("select m.id from SunkMessageRow m where m.taking = :key", Long.class)
                .setParameter("key", key)
                .getResultList()
                .isEmpty();
    }

    @Override
    @Transactional
    public List<SunkMail> list(SinkQuery query) {
        return new SinkSearch(entities, query.filter()).page(query).stream().map(SunkMessageRow::toMail).toList();
    }

    @Override
    @Transactional
    public long count(SinkFilter filter, int most) {
        return new SinkSearch(entities, filter).count(most);
    }

    @Override
    @Transactional
    public Optional<SunkMail> find(long id, SinkFilter filter) {
        return row(id, filter).map(SunkMessageRow::toMail);
    }

    private Optional<SunkMessageRow> row(long id, SinkFilter filter) {
        return new SinkSearch(entities, filter).of(id).first(1).stream().findFirst();
    }

    @Override
    @Transactional
    public boolean look(long id, SinkFilter filter, Consumer<Message> reader) {
        Optional<SunkMessageRow> row = row(id, filter);
        row.map(found -> found.toMessage(new StoredContent(found.size(), number -> part(id, number))))
                .ifPresent(reader);
        return row.isPresent();
    }

    private byte[] part(long id, int number) {
        return entities.createQuery("select p.octets from SunkPartRow p where p.id = :id", byte[].class)
                .setParameter("id", new SunkPartRow.Id(id, number))
                .getSingleResult();
    }

    @Override
    @Durable
    @Transactional
    public int forget(SinkFilter filter, int most) {
        return forget(new SinkSearch(entities, filter).first(most));
    }

    @Override
    @Transactional
    public int forgetBefore(Instant time, int most) {
        return forget(new SinkSearch(entities, SinkFilter.everything()).before(time).first(most));
    }

    private int forget(List<SunkMessageRow> rows) {
        rows.forEach(row -> parts().forget(row.id(), row.size()));
        return rows.isEmpty()
                ? 0
                : entities.createQuery("delete from SunkMessageRow m where m.id in :ids")
                        .setParameter("ids", rows.stream().map(SunkMessageRow::id).toList())
                        .executeUpdate();
    }

    @Override
    @Transactional
    public Held held() {
        return entities.createQuery("select new org.postern.sink.Sink$Held(count(m), coalesce(sum(m.size), 0L))"
                + " from SunkMessageRow m", Held.class).getSingleResult();
    }

    @Override
    @Transactional
    public Held forgetOldest(Held excess) {
        List<SunkMessageRow> going = new ArrayList<>();
        Held gone = new Held(0, 0);
        for (SunkMessageRow row : new SinkSearch(entities, SinkFilter.everything()).first(AT_ONCE)) {
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
