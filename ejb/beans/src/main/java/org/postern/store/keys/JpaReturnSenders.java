package org.postern.store.keys;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.postern.bounce.ReturnSenders;
import org.postern.mail.Mailbox;
import org.postern.smtp.wire.MailboxParser;
import org.postern.store.Durable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The senders of mail with return paths in the database. */
@Singleton
public class JpaReturnSenders implements ReturnSenders {
    /** Longer than any return path lives, and a day more since not every use is written. */
    private static final Duration OF_USE = Duration.ofDays(130);
    private static final Duration LATELY = Duration.ofDays(1);
    /** Whoever may use a chosen domain chooses the local part as well. */
    private static final long MOST = 100_000;

    private final EntityManager entities;
    private final InstantSource clock;

    @Inject
    JpaReturnSenders(EntityManager entities, InstantSource clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    @Durable
    @Transactional
    public boolean keep(String name, Mailbox sender) {
        Instant now = clock.instant();
        ReturnSenderRow row = entities.find(ReturnSenderRow.class, name);
        if (row == null) {
            return add(new ReturnSenderRow(name, sender.toString(), now), now);
        }
        row.usedAt(now, now.minus(LATELY));
        return true;
    }

    private boolean add(ReturnSenderRow row, Instant now) {
        entities.createQuery("delete from ReturnSenderRow s where s.used < :time")
                .setParameter("time", now.minus(OF_USE))
                .executeUpdate();
        boolean isFull = entities.createQuery("select count(s) from ReturnSenderRow s", Long.class)
                .getSingleResult() >= MOST;
        if (!isFull) {
            entities.persist(row);
        }
        return !isFull;
    }

    @Override
    @Transactional
    public Optional<Mailbox> find(String name) {
        return Optional.ofNullable(entities.find(ReturnSenderRow.class, name))
                .flatMap(row -> MailboxParser.parseInternational(row.mailbox()).toOptional());
    }
}
