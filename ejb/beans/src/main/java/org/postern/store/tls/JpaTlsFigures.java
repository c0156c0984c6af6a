package org.postern.store.tls;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.postern.delivery.report.TlsCount;
import org.postern.delivery.report.TlsFigures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Keeps the counts in the database, each node in rows of its own, so that no two write the same one. */
@Singleton
public class JpaTlsFigures implements TlsFigures {
    private static final int MOST_OF_A_DAY = 100_000;
    private static final int MOST_OF_A_DOMAIN = 10_000;

    private final EntityManager entities;

    @Inject
    JpaTlsFigures(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public void add(String node, List<TlsCount> counts) {
        Map<LocalDate, List<TlsCount>> unknown = counts.stream()
                .filter(count -> !added(count, node))
                .collect(Collectors.groupingBy(TlsCount::day));
        unknown.forEach((day, some) -> some.stream()
                .limit(room(day))
                .forEach(count -> entities.persist(new TlsCountRow(count, node))));
    }

    private boolean added(TlsCount count, String node) {
        return entities.createQuery("update TlsCountRow c set c.sessions = c.sessions + :more where c.key = :key")
                .setParameter("more", count.sessions())
                .setParameter("key", TlsCountRow.key(count, node))
                .executeUpdate() > 0;
    }

    private long room(LocalDate day) {
        return Math.max(0, MOST_OF_A_DAY
                - entities.createQuery("select count(c) from TlsCountRow c where c.day = :day", Long.class)
                        .setParameter("day", day)
                        .getSingleResult());
    }

    @Override
    @Transactional
    public List<String> domains(LocalDate day, String after, int most) {
        return entities.createQuery(
                """
                        select distinct c.domain from TlsCountRow c where c.day = :day and c.domain > :after order by c.domain""",
                String.class)
                .setParameter("day", day)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    @Override
    @Transactional
    public List<TlsCount> of(LocalDate day, String domain) {
        return entities
                .createQuery("select c from TlsCountRow c where c.day = :day and c.domain = :domain order by c.key",
                        TlsCountRow.class)
                .setParameter("day", day)
                .setParameter("domain", domain)
                .setMaxResults(MOST_OF_A_DOMAIN)
                .getResultStream()
                .map(TlsCountRow::toCount)
                .toList();
    }

    @Override
    @Transactional
    public int forget(LocalDate before) {
        return entities.createQuery("delete from TlsCountRow c where c.day < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
