package org.postern.store.report;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.postern.report.count.DmarcCount;
import org.postern.report.count.DmarcFigures;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    @Override
    @Transactional
    public void add(String node, List<DmarcCount> counts) {
        counts.stream()
                .filter(count -> !added(count, node))
                .collect(Collectors.groupingBy(DmarcCount::day))
                .forEach((day, unknown) -> insert(node, day, unknown));
    }

    private boolean added(DmarcCount count, String node) {
        return entities.createQuery("update DmarcCountRow c set c.messages = c.messages + :more where c.key = :key")
                .setParameter("more", count.messages())
                .setParameter("key", DmarcCountRow.key(count, node))
                .executeUpdate() > 0;
    }

    /** What has no room any more is added to what is told apart by less. */
    private void insert(String node, LocalDate day, List<DmarcCount> counts) {
        Room room = new Room(MOST_OF_A_DAY - ofDay(day), ofDomains(day, counts));
        Map<DmarcCount, DmarcCount> reduced = new LinkedHashMap<>();
        for (DmarcCount count : counts) {
            if (room.isTaken(count.published().domain(), MOST_WHOLE_OF_A_DOMAIN)) {
                entities.persist(new DmarcCountRow(count, node));
            } else {
                DmarcCount less = count.reduced();
                reduced.merge(new DmarcCount(day, less.published(), less.facts(), 1), less, DmarcCount::plus);
            }
        }
        for (DmarcCount count : reduced.values()) {
            if (!added(count, node) && room.isTaken(count.published().domain(), MOST_OF_A_DOMAIN)) {
                entities.persist(new DmarcCountRow(count, node));
            }
        }
    }

    private long ofDay(LocalDate day) {
        return entities.createQuery("select count(c) from DmarcCountRow c where c.day = :day", Long.class)
                .setParameter("day", day)
                .getSingleResult();
    }

    private Map<String, Long> ofDomains(LocalDate day, List<DmarcCount> counts) {
        Map<String, Long> kinds = new HashMap<>();
        entities.createQuery("""
                select c.domain, count(c) from DmarcCountRow c where c.day = :day and c.domain in :domains
                group by c.domain""", Object[].class)
                .setParameter("day", day)
                .setParameter("domains", counts.stream().map(count -> count.published().domain()).distinct().toList())
                .getResultList()
                .forEach(row -> kinds.put((String) row[0], (Long) row[1]));
        return kinds;
    }

    /** What there is on a day for kinds of message that were not seen before. */
    private static final class Room {
        private long left;
        private final Map<String, Long> kinds;

        Room(long left, Map<String, Long> kinds) {
            this.left = left;
            this.kinds = kinds;
        }

        /** {@return whether there was room for one more of a domain, which it has now} */
        boolean isTaken(String domain, int most) {
            if (left <= 0 || kinds.getOrDefault(domain, 0L) >= most) {
                return false;
            }
            left--;
            kinds.merge(domain, 1L, Long::sum);
            return true;
        }
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
