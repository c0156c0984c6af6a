package org.postern.store.report;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.postern.report.count.DmarcCount;
import org.postern.report.count.DmarcFigures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keeps the counts in the database, each node in rows of its own, so that no two write the same one. */
@Singleton
public class JpaDmarcFigures implements DmarcFigures {
    private final EntityManager entities;

    @Inject
    JpaDmarcFigures(EntityManager entities) {
        this.entities = entities;
    }

    private record Place(LocalDate day, String domain) {
        static Place of(DmarcCount count) {
            return new Place(count.day(), count.published().domain());
        }
    }

    @Override
    @Transactional
    public void add(String node, List<DmarcCount> counts) {
        Map<Place, List<DmarcCount>> unknown = counts.stream()
                .filter(count -> !added(count, node))
                .collect(Collectors.groupingBy(Place::of));
        unknown.forEach((place, some) -> some.stream()
                .limit(room(place))
                .forEach(count -> entities.persist(new DmarcCountRow(count, node))));
    }

    private boolean added(DmarcCount count, String node) {
        return entities.createQuery("update DmarcCountRow c set c.messages = c.messages + :more where c.key = :key")
                .setParameter("more", count.messages())
                .setParameter("key", DmarcCountRow.key(count, node))
                .executeUpdate() > 0;
    }

    private long room(Place place) {
        long ofDay = entities.createQuery("select count(c) from DmarcCountRow c where c.day = :day", Long.class)
                .setParameter("day", place.day())
                .getSingleResult();
        long ofDomain = entities
                .createQuery("select count(c) from DmarcCountRow c where c.day = :day and c.domain = :domain",
                        Long.class)
                .setParameter("day", place.day())
                .setParameter("domain", place.domain())
                .getSingleResult();
        return Math.max(0, Math.min(MOST_OF_A_DAY - ofDay, MOST_OF_A_DOMAIN - ofDomain));
    }

    @Override
    @Transactional
    public List<String> domains(LocalDate day, String after, int most) {
        return entities.createQuery("""
                select distinct c.domain from DmarcCountRow c where c.day = :day and c.domain > :after
                order by c.domain""", String.class)
                .setParameter("day", day)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    @Override
    @Transactional
    public List<DmarcCount> of(LocalDate day, String domain) {
        return entities
                .createQuery("""
                        select c from DmarcCountRow c where c.day = :day and c.domain = :domain
                        order by c.messages desc, c.key""", DmarcCountRow.class)
                .setParameter("day", day)
                .setParameter("domain", domain)
                .setMaxResults(MOST_OF_A_DOMAIN)
                .getResultStream()
                .map(DmarcCountRow::toCount)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    @Transactional
    public int forget(LocalDate before) {
        return entities.createQuery("delete from DmarcCountRow c where c.day < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
