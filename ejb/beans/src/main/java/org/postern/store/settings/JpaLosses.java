package org.postern.store.settings;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.postern.admin.settings.Losses;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Counts in the tables of others what is kept as long as a setting says. The conditions are those by which it is deleted. */
@Singleton
public class JpaLosses implements Losses {
    private static final String QUARANTINED = "reason = 'QUARANTINED' and parked_at < :until and parked_at >= :from and quarantine in ";
    private static final String DAYS = "report_day < :until and report_day >= :from";

    /**
     * Where such things lie.
     *
     * @param byDay whether the times are days
     */
    private record Place(String table, String condition, boolean byDay) {
        static Place of(String table, String condition) {
            return new Place(table, condition, false);
        }
    }

    private static final Map<String, List<Place>> PLACES = Map.of("trace.retention",
            List.of(Place.of("trace_message", "arrived < :until and arrived >= :from")), "audit.retention",
            List.of(Place.of("admin_audit", "done_at < :until and done_at >= :from")), "reports.retention",
            List.of(Place.of("received_report", "received_at < :until and received_at >= :from"),
                    new Place("sent_report", DAYS, true), new Place("dmarc_count", DAYS, true)),
            "sink.time",
            List.of(Place.of("archived_message", "place = 'sink' and kept_at < :until and kept_at >= :from")),
            "trust.quarantine-time", List.of(Place.of("parked_message", QUARANTINED + "('SPAM')")),
            "trust.quarantine-time-malware", List.of(Place.of("parked_message", QUARANTINED + "('MALWARE')")),
            "trust.quarantine-time-policy", List.of(Place.of("parked_message", QUARANTINED + "('POLICY', 'RULE')")));

    private final EntityManager entities;

    @Inject
    JpaLosses(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public long between(String key, Instant from, Instant until, int most) {
        return PLACES.get(key).stream().mapToLong(place -> count(place, from, until, most)).sum();
    }

    private long count(Place place, Instant from, Instant until, int most) {
        return ((Number) entities
                .createNativeQuery("select count(*) from (select 1 as one from " + place.table() + " where "
                        + place.condition() + " limit " + most + ") as found")
                .setParameter("from", at(place, from))
                .setParameter("until", at(place, until))
                .getSingleResult()).longValue();
    }

    private static Object at(Place place, Instant time) {
        return place.byDay() ? LocalDate.ofInstant(time, ZoneOffset.UTC) : time;
    }
}
