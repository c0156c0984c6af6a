package org.postern.store.archive;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import org.postern.archive.ArchiveFilter;
import org.postern.archive.ArchiveQuery.Order;
import org.postern.archive.ArchiveQuery;
import org.postern.event.AddressKey;
import org.postern.store.DomainRanges;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A query for archived mail, as JPQL. There is no more of it than settings and tables let be. */
final class ArchiveSearch {
    private static final String OF_MESSAGE = "select 1 from ArchivedAddressRow a where a.id.message = m.id and ";

    private final EntityManager entities;
    private final StringBuilder where = new StringBuilder(" where 1 = 1");
    private final Map<String, Object> parameters = new HashMap<>();

    ArchiveSearch(EntityManager entities, ArchiveFilter filter) {
        this.entities = entities;
        filter.place().ifPresent(place -> and(" and m.place = :place", "place", place));
        filter.queueId().ifPresent(id -> and(" and m.queueId = :name", "name", id));
        filter.sender().ifPresent(this::from);
        filter.recipient().ifPresent(this::to);
        filter.words()
                .ifPresent(words -> and(
                        " and (locate(:words, lower(m.subject)) > 0 or locate(:words, lower(m.author)) > 0)",
                        "words", words.toLowerCase(Locale.ROOT)));
        if (filter.isUntil()) {
            and(" and m.kept < :before", "before", filter.before());
        }
        if (filter.since().isAfter(Instant.EPOCH)) {
            and(" and m.kept >= :since", "since", filter.since());
        }
        if (!filter.within().isAll()) {
            DomainRanges ranges = new DomainRanges(filter.within());
            parameters.putAll(ranges.parameters());
            where.append(" and not exists (" + OF_MESSAGE + "not ").append(ranges.of("a.id.addressKey")).append(')');
        }
    }

    private void from(String sender) {
        String text = sender.toLowerCase(Locale.ROOT);
        if (text.indexOf('@') > 0) {
            and(" and lower(m.reversePath) = :sender", "sender", text);
        } else {
            and(" and lower(m.reversePath) like :sender escape '!'", "sender",
                    "%@" + text.replaceFirst("^@", "").replaceAll("[!%_]", "!$0"));
        }
    }

    /** An address has a sign in it that a domain has not. */
    private void to(String recipient) {
        if (recipient.indexOf('@') > 0) {
            and(" and exists (" + OF_MESSAGE + "a.id.addressKey = :address)", "address", AddressKey.of(recipient));
        } else {
            String domain = recipient.replaceFirst("^@", "");
            parameters.put("first", AddressKey.first(domain));
            and(" and exists (" + OF_MESSAGE + "a.id.addressKey >= :first and a.id.addressKey < :end)", "end",
                    AddressKey.end(domain));
        }
    }

    private void and(String condition, String name, Object value) {
        where.append(condition);
        parameters.put(name, value);
    }

    /** {@return the same, for this message alone} */
    ArchiveSearch of(long id) {
        and(" and m.id = :id", "id", id);
        return this;
    }

    /** {@return the same, for what was to be kept until before this time} */
    ArchiveSearch over(Instant time) {
        and(" and m.until < :over", "over", time);
        return this;
    }

    List<ArchivedMessageRow> page(ArchiveQuery query) {
        boolean oldest = query.order() == Order.OLDEST_FIRST;
        query.after().ifPresent(id -> and(oldest ? " and m.id > :after" : " and m.id < :after", "after", id));
        return rows(oldest ? "m.id" : "m.id desc", query.limit());
    }

    /** {@return the oldest} */
    List<ArchivedMessageRow> first(int limit) {
        return rows("m.id", limit);
    }

    private List<ArchivedMessageRow> rows(String order, int limit) {
        return bind(entities.createQuery("select m from ArchivedMessageRow m" + where + " order by " + order,
                ArchivedMessageRow.class)).setMaxResults(limit).getResultList();
    }

    long count(int most) {
        return bind(entities.createQuery("select count(*) from (select m.id as found from ArchivedMessageRow m" + where
                + " order by m.id limit " + most + ")", Long.class)).getSingleResult();
    }

    private <T> TypedQuery<T> bind(TypedQuery<T> jpql) {
        parameters.forEach(jpql::setParameter);
        return jpql;
    }
}
