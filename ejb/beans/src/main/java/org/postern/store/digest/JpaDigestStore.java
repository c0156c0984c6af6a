package org.postern.store.digest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import org.postern.digest.DigestLink;
import org.postern.digest.DigestStore;
import org.postern.store.Durable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Links, and how far digests have come, in the database. */
@Singleton
public class JpaDigestStore implements DigestStore {
    private final EntityManager entities;

    @Inject
    JpaDigestStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public Optional<Round> claim(String node, Instant now, Duration most) {
        DigestStateRow state = locked();
        return state.claim(node, now, now.plus(most)) ? Optional.of(state.toRound()) : Optional.empty();
    }

    @Override
    @Durable
    @Transactional
    public void begin(Instant until) {
        locked().begin(until);
    }

    @Override
    @Durable
    @Transactional
    public void reached(String place) {
        locked().reached(place);
    }

    @Override
    @Durable
    @Transactional
    public void end() {
        locked().end();
    }

    @Override
    @Transactional
    public void release(String node, Instant now) {
        locked().release(node, now);
    }

    private DigestStateRow locked() {
        return entities.find(DigestStateRow.class, DigestStateRow.ID, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    @Durable
    @Transactional
    public void keep(List<DigestLink> links) {
        links.stream().map(DigestLinkRow::new).forEach(entities::persist);
    }

    @Override
    @Transactional
    public void takeBack(List<DigestLink> links) {
        entities.createQuery("delete from DigestLinkRow l where l.hash in :hashes")
                .setParameter("hashes", links.stream().map(DigestLink::hash).toList())
                .executeUpdate();
    }

    @Override
    @Transactional
    public Optional<DigestLink> find(String hash) {
        return Optional.ofNullable(entities.find(DigestLinkRow.class, hash)).map(DigestLinkRow::toLink);
    }

    @Override
    @Durable
    @Transactional
    public boolean use(String hash, Instant now) {
        return entities.createQuery("update DigestLinkRow l set l.used = :now where l.hash = :hash and l.used is null")
                .setParameter("now", now)
                .setParameter("hash", hash)
                .executeUpdate() > 0;
    }

    @Override
    @Transactional
    public void forget(Instant now) {
        entities.createQuery("delete from DigestLinkRow l where l.expires < :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
