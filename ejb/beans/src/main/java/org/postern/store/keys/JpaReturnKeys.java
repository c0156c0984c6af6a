package org.postern.store.keys;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.postern.bounce.ReturnKey;
import org.postern.bounce.ReturnKeys;
import org.postern.store.Durable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The keys of return paths in the database. Two nodes that make one at the same time make two, and both count. */
@Singleton
public class JpaReturnKeys implements ReturnKeys {
    private static final Duration YOUNG = Duration.ofDays(30);
    /** Longer than any return path lives that an older key has signed. */
    private static final Duration OF_USE = Duration.ofDays(130);
    private static final int SECRET_OCTETS = 32;
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final EntityManager entities;
    private final InstantSource clock;
    private final RandomGenerator random;

    @Inject
    JpaReturnKeys(EntityManager entities, InstantSource clock, RandomGenerator random) {
        this.entities = entities;
        this.clock = clock;
        this.random = random;
    }

    @Override
    @Durable
    @Transactional
    public ReturnKey current() {
        Instant now = clock.instant();
        return entities.createQuery("select k from ReturnKeyRow k order by k.created desc", ReturnKeyRow.class)
                .setMaxResults(1)
                .getResultStream()
                .filter(row -> row.isYoungerThan(now.minus(YOUNG)))
                .findFirst()
                .map(ReturnKeyRow::toKey)
                .orElseGet(() -> made(now));
    }

    private ReturnKey made(Instant now) {
        entities.createQuery("delete from ReturnKeyRow k where k.created < :time")
                .setParameter("time", now.minus(OF_USE))
                .executeUpdate();
        ReturnKey key = new ReturnKey(name(), secret());
        entities.persist(new ReturnKeyRow(key, now));
        return key;
    }

    private String name() {
        StringBuilder name = new StringBuilder(ReturnKey.ID_LENGTH);
        for (int i = 0; i < ReturnKey.ID_LENGTH; i++) {
            name.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return name.toString();
    }

    private String secret() {
        byte[] octets = new byte[SECRET_OCTETS];
        random.nextBytes(octets);
        return Base64.getEncoder().encodeToString(octets);
    }

    @Override
    @Transactional
    public Optional<ReturnKey> find(String id) {
        return Optional.ofNullable(entities.find(ReturnKeyRow.class, id)).map(ReturnKeyRow::toKey);
    }
}
