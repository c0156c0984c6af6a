package org.postern.store.keys;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.postern.bounce.ReturnWishes;
import org.postern.mail.QueueId;
import org.postern.store.Durable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What applications want to hear of bounces, in the database. */
@Singleton
public class JpaReturnWishes implements ReturnWishes {
    /** How often what is over is removed. */
    private static final Duration INTERVAL = Duration.ofHours(1);

    private final EntityManager entities;
    private final InstantSource clock;
    private final AtomicReference<Instant> removal = new AtomicReference<>(Instant.MIN);

    @Inject
    JpaReturnWishes(EntityManager entities, InstantSource clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    @Durable
    @Transactional
    public void keep(QueueId about, Awaited awaited, Instant until) {
        entities.persist(new ReturnWishRow(about.text(), awaited, until));
        Instant now = clock.instant();
        Instant due = removal.get();
        if (!now.isBefore(due) && removal.compareAndSet(due, now.plus(INTERVAL))) {
            entities.createQuery("delete from ReturnWishRow w where w.until < :now")
                    .setParameter("now", now)
                    .executeUpdate();
        }
    }

    @Override
    @Transactional
    public Optional<Awaited> find(QueueId about) {
        return Optional.ofNullable(entities.find(ReturnWishRow.class, about.text())).flatMap(ReturnWishRow::awaited);
    }
}
