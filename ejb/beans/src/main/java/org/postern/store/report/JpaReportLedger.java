package org.postern.store.report;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import org.postern.report.ReportKind;
import org.postern.report.send.ReportLedger;
import org.postern.report.send.SentReport;
import org.postern.store.Durable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps in the database how far reports have come. */
@Singleton
public class JpaReportLedger implements ReportLedger {
    private final EntityManager entities;

    @Inject
    JpaReportLedger(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public boolean claim(String node, Instant now, Duration most) {
        return locked().claim(node, now, now.plus(most));
    }

    @Override
    @Transactional
    public void release(String node, Instant now) {
        locked().release(node, now);
    }

    private ReportSendingRow locked() {
        return entities.find(ReportSendingRow.class, ReportSendingRow.ID, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    @Transactional
    public LocalDate done(ReportKind kind) {
        return entities.find(ReportSendingRow.class, ReportSendingRow.ID).done(kind);
    }

    @Override
    @Durable
    @Transactional
    public void done(ReportKind kind, LocalDate day) {
        locked().done(kind, day);
    }

    @Override
    @Transactional
    public Map<String, SentReport> of(ReportKind kind, LocalDate day, List<String> domains) {
        return entities.createQuery(
                """
                        select s from SentReportRow s where s.id.kind = :kind and s.id.day = :day and s.id.domain in :domains""",
                SentReportRow.class)
                .setParameter("kind", kind.word())
                .setParameter("day", day)
                .setParameter("domains", domains)
                .getResultStream()
                .map(SentReportRow::toReport)
                .collect(Collectors.toMap(SentReport::domain, Function.identity()));
    }

    @Override
    @Durable
    @Transactional
    public void note(SentReport report) {
        entities.merge(new SentReportRow(report));
    }

    @Override
    @Transactional
    public List<SentReport> in(SentReport.State state, int most) {
        return entities.createQuery("select s from SentReportRow s where s.state = :state", SentReportRow.class)
                .setParameter("state", state)
                .setMaxResults(most)
                .getResultStream()
                .map(SentReportRow::toReport)
                .toList();
    }

    @Override
    @Transactional
    public List<SentReport> list(ReportKind kind, LocalDate day, String after, int most) {
        return entities.createQuery("""
                select s from SentReportRow s where s.id.kind = :kind and s.id.day = :day and s.id.domain > :after
                order by s.id.domain""", SentReportRow.class)
                .setParameter("kind", kind.word())
                .setParameter("day", day)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultStream()
                .map(SentReportRow::toReport)
                .toList();
    }

    @Override
    @Transactional
    public int forget(LocalDate before) {
        return entities.createQuery("delete from SentReportRow s where s.id.day < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
