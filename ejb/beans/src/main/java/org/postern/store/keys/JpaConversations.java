package org.postern.store.keys;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.postern.bounce.Conversation;
import org.postern.bounce.Conversations;
import org.postern.mail.QueueId;
import org.postern.store.Durable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The conversations of applications in the database. What is over is removed by those who begin others, some at a time, so that none of them waits for long. */
@Singleton
public class JpaConversations implements Conversations {
    /** How long one that is over is known: what came in time may have waited for the gateway since then. */
    private static final Duration KNOWN = Duration.ofDays(7);
    /** How often it is looked for what is to be removed. */
    private static final Duration INTERVAL = Duration.ofHours(1);
    /** How much is removed at a time. */
    private static final int MANY = 500;

    private final EntityManager entities;
    private final InstantSource clock;
    private final int many;
    private final AtomicReference<Instant> removal = new AtomicReference<>(Instant.MIN);

    @Inject
    JpaConversations(EntityManager entities, InstantSource clock) {
        this(entities, clock, MANY);
    }

    /** @param many how much is removed at a time */
    JpaConversations(EntityManager entities, InstantSource clock, int many) {
        this.entities = entities;
        this.clock = clock;
        this.many = many;
    }

    @Override
    @Durable
    @Transactional
    public void keep(QueueId question, Conversation conversation) {
        entities.persist(new ConversationRow(question.text(), conversation));
        Instant now = clock.instant();
        Instant due = removal.get();
        if (!now.isBefore(due) && removal.compareAndSet(due, now.plus(INTERVAL)) && isLeftAfterRemoval(now)) {
            removal.set(now);
        }
    }

    private boolean isLeftAfterRemoval(Instant now) {
        List<String> over = entities
                .createQuery("select c.queueId from ConversationRow c where c.end < :time order by c.end",
                        String.class)
                .setParameter("time", now.minus(KNOWN))
                .setMaxResults(many)
                .getResultList();
        if (!over.isEmpty()) {
            entities.createQuery("delete from ConversationRow c where c.queueId in :over")
                    .setParameter("over", over)
                    .executeUpdate();
        }
        return over.size() == many;
    }

    @Override
    @Transactional
    public Optional<Conversation> find(QueueId question) {
        return Optional.ofNullable(entities.find(ConversationRow.class, question.text()))
                .map(ConversationRow::conversation);
    }
}
