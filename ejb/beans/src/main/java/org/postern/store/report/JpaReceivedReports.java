package org.postern.store.report;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import org.postern.report.ReportKind;
import org.postern.report.receive.ReadReport;
import org.postern.report.receive.ReceivedReport;
import org.postern.report.receive.ReceivedReports;
import org.postern.report.receive.ReportLine;
import org.postern.store.Durable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps received reports in the database. Two nodes that keep the same one at the same time make the second fail, which is tried again. */
@Singleton
public class JpaReceivedReports implements ReceivedReports {
    private static final Duration DAY = Duration.ofDays(1);

    private final EntityManager entities;

    @Inject
    JpaReceivedReports(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Durable
    @Transactional
    public Kept keep(ReadReport read) {
        ReceivedReport report = read.report();
        if (entities.find(ReceivedReportRow.class, report.key()) != null) {
            return Kept.KNOWN;
        }
        if (!hasRoom(report)) {
            return Kept.NO_ROOM;
        }
        entities.persist(new ReceivedReportRow(report));
        entities.flush();
        int number = 0;
        for (ReportLine line : read.lines()) {
            entities.persist(new ReceivedLineRow(report.key(), number++, line));
        }
        return Kept.KEPT;
    }

    private boolean hasRoom(ReceivedReport report) {
        boolean isRead = report.kind().isPresent();
        long today = entities
                .createQuery("select count(r) from ReceivedReportRow r where r.received > :since and r.kind is "
                        + (isRead ? "not null" : "null"), Long.class)
                .setParameter("since", report.received().minus(DAY))
                .getSingleResult();
        return today < (isRead ? MOST_OF_A_DAY : MOST_UNREADABLE_OF_A_DAY);
    }

    @Override
    @Transactional
    public List<ReceivedReport> list(Instant before, Optional<String> behind, int most) {
        TypedQuery<ReceivedReportRow> query = entities.createQuery("select r from ReceivedReportRow r where "
                + behind.map(any -> "r.received <= :before and (r.received < :before or r.key > :key)")
                        .orElse("r.received < :before")
                + " order by r.received desc, r.key", ReceivedReportRow.class);
        behind.ifPresent(key -> query.setParameter("key", key));
        return query.setParameter("before", before)
                .setMaxResults(most)
                .getResultStream()
                .map(ReceivedReportRow::toReport)
                .toList();
    }

    @Override
    @Transactional
    public List<ReportLine> lines(String key) {
        return entities
                .createQuery("select l from ReceivedLineRow l where l.id.report = :key order by l.id.number",
                        ReceivedLineRow.class)
                .setParameter("key", key)
                .getResultStream()
                .map(ReceivedLineRow::toLine)
                .toList();
    }

    @Override
    @Transactional
    public List<Source> sources(String domain, Instant since, int most) {
        return entities.createQuery("""
                select new org.postern.report.receive.ReceivedReports$Source(l.source,
                    sum(case when l.passed then l.messages else 0L end),
                    sum(case when l.passed then 0L else l.messages end))
                from ReceivedLineRow l, ReceivedReportRow r
                where r.key = l.id.report and r.domain = :domain and r.received >= :since and r.kind = :kind
                group by l.source
                order by sum(case when l.passed then 0L else l.messages end) desc, l.source""", Source.class)
                .setParameter("domain", domain)
                .setParameter("since", since)
                .setParameter("kind", ReportKind.DMARC)
                .setMaxResults(most)
                .getResultList();
    }

    @Override
    @Transactional
    public Optional<ReceivedReport> find(String key) {
        return Optional.ofNullable(entities.find(ReceivedReportRow.class, key)).map(ReceivedReportRow::toReport);
    }

    @Override
    @Transactional
    public List<OfDomain> domains(Instant since, int most) {
        return entities.createQuery("""
                select new org.postern.report.receive.ReceivedReports$OfDomain(r.domain, sum(r.passed), sum(r.failed))
                from ReceivedReportRow r where r.received >= :since and r.kind = :kind
                group by r.domain order by sum(r.failed) desc, sum(r.passed) desc, r.domain""", OfDomain.class)
                .setParameter("since", since)
                .setParameter("kind", ReportKind.DMARC)
                .setMaxResults(most)
                .getResultList();
    }

    @Override
    @Transactional
    public List<OfTime> times(ReportKind kind, String domain, Instant since, int most) {
        return entities.createQuery("""
                select new org.postern.report.receive.ReceivedReports$OfTime(r.begins, sum(r.passed), sum(r.failed))
                from ReceivedReportRow r
                where r.received >= :since and r.kind = :kind and (:domain = '' or r.domain = :domain)
                group by r.begins order by r.begins desc""", OfTime.class)
                .setParameter("kind", kind)
                .setParameter("domain", domain)
                .setParameter("since", since)
                .setMaxResults(most)
                .getResultList();
    }

    @Override
    @Transactional
    public int forget(Instant before) {
        return entities.createQuery("delete from ReceivedReportRow r where r.received < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
