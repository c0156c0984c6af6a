package org.postern.store.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import org.postern.admin.access.AuditLine;
import org.postern.admin.access.AuditLog;
import org.postern.admin.access.Edit;
import org.postern.admin.access.Told;
import org.postern.admin.audit.AuditLines;
import org.postern.admin.audit.AuditQuery;
import org.postern.admin.audit.Undoing;
import org.postern.config.ConsoleSettings;
import org.postern.config.Settings;
import org.postern.store.Durable;
import org.postern.store.Like;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** The audit log in the database. What is older than it is to be is forgotten with what is written, once an hour. */
@Singleton
public class JpaAuditLog implements AuditLog, AuditLines {
    private static final Duration HOUR = Duration.ofHours(1);
    /** Before everything that anybody did. */
    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private final EntityManager entities;
    private final Settings settings;
    private final AtomicReference<Instant> forgotten = new AtomicReference<>(BEGINNING);

    @Inject
    JpaAuditLog(EntityManager entities, Settings settings) {
        this.entities = entities;
        this.settings = settings;
    }

    @Override
    @Durable
    @Transactional(rollbackOn = Exception.class)
    public <T> T together(Callable<T> act, Function<T, Optional<Told>> told) throws Exception {
        T result = act.call();
        told.apply(result).ifPresent(this::keep);
        return result;
    }

    @Override
    @Durable
    @Transactional
    public void write(AuditLine line) {
        keep(Told.only(line));
    }

    @Override
    @Durable
    @Transactional
    public long begin(AuditLine line) {
        return keep(Told.only(line));
    }

    @Override
    @Durable
    @Transactional
    public void end(long key, Optional<Told> told) {
        Optional<AuditRow> begun = Optional.ofNullable(entities.find(AuditRow.class, key));
        told.ifPresentOrElse(what -> begun.ifPresent(row -> {
            row.become(what);
            keep(key, what.edits());
        }), () -> begun.ifPresent(entities::remove));
    }

    private void keep(long key, List<Edit> edits) {
        int place = 0;
        for (Edit edit : edits) {
            entities.persist(new EditRow(key, place++, edit));
        }
    }

    private long keep(Told told) {
        AuditLine line = told.line();
        AuditRow row = new AuditRow(line);
        row.become(told);
        entities.persist(row);
        keep(row.key(), told.edits());
        Instant last = forgotten.get();
        Optional<Instant> over = settings.over(ConsoleSettings.AUDIT_RETENTION, line.at());
        if (over.isPresent() && last.plus(HOUR).isBefore(line.at()) && forgotten.compareAndSet(last, line.at())) {
            entities.createQuery("delete from AuditRow r where r.at < :end")
                    .setParameter("end", over.get())
                    .executeUpdate();
        }
        return row.key();
    }

    @Override
    @Transactional
    public List<Edit> edits(long key, int most) {
        return entities.createQuery("select e from EditRow e where e.line = :key order by e.place", EditRow.class)
                .setParameter("key", key)
                .setMaxResults(most)
                .getResultStream()
                .map(EditRow::toEdit)
                .toList();
    }

    @Override
    @Transactional
    public Map<Long, Undoing> undoing(Collection<Long> keys) {
        Map<Long, Undoing> found = new HashMap<>();
        if (keys.isEmpty()) {
            return found;
        }
        entities.createQuery("select distinct e.line from EditRow e where e.line in :keys", Long.class)
                .setParameter("keys", keys)
                .getResultStream()
                .forEach(key -> found.put(key, Undoing.possible()));
        entities.createQuery("select r from AuditRow r where r.takesBack in :keys order by r.id", AuditRow.class)
                .setParameter("keys", keys)
                .getResultStream()
                .forEach(row -> found.put(row.takesBack(), Undoing.by(row.key())));
        return found;
    }

    @Override
    @Transactional
    public List<AuditLine> find(AuditQuery query, int limit) {
        TypedQuery<AuditRow> found = entities.createQuery(
                "select r from AuditRow r where r.id < :below and r.at >= :from and r.at < :until"
                        + (query.person().isBlank() ? "" : " and lower(r.person) like :person escape '!'")
                        + (query.thing().isBlank()
                                ? ""
                                : " and (lower(r.thing) like :thing escape '!' or lower(r.act) like :thing escape '!'"
                                        + (query.acts().isEmpty() ? ")" : " or r.act in :acts)"))
                        + " order by r.id desc",
                AuditRow.class)
                .setParameter("below", query.below())
                .setParameter("from", query.from().orElse(BEGINNING))
                .setParameter("until", query.until().orElse(END))
                .setMaxResults(limit);
        if (!query.person().isBlank()) {
            found.setParameter("person", pattern(query.person()));
        }
        if (!query.thing().isBlank()) {
            found.setParameter("thing", pattern(query.thing()));
            if (!query.acts().isEmpty()) {
                found.setParameter("acts", query.acts());
            }
        }
        return found.getResultStream().map(AuditRow::toLine).toList();
    }

    private static String pattern(String text) {
        return Like.contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
