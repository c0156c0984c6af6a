package org.postern.store.sink;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import org.postern.event.AddressKey;
import org.postern.sink.SinkFilter;
import org.postern.sink.SinkQuery;
import org.postern.sink.SinkQuery.Order;
import org.postern.store.DomainRanges;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A query for mail in the sink, as JPQL. There is no more of it than its settings let be. */
final class SinkSearch {
    private static final String OF_MESSAGE = "select 1 from SunkAddressRow a where a.id.message = m.id and ";

    private final EntityManager entities;
    private final StringBuilder where = new StringBuilder(" where 1 = 1");
    private final Map<String, Object> parameters = new HashMap<>();

    SinkSearch(EntityManager entities, SinkFilter filter) {
        this.entities = entities;
        filter.recipient().ifPresent(this::to);
        if (filter.since().isAfter(Instant.EPOCH)) {
            and(" and m.kept >= :since", "since", filter.since());
        }
        if (!filter.within().isAll()) {
            DomainRanges ranges = new DomainRanges(filter.within());
            parameters.putAll(ranges.parameters());
            where.append(" and not exists (" + OF_MESSAGE + "not ").append(ranges.of("a.id.addressKey")).append(')');
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
    SinkSearch of(long id) {
        and(" and m.id = :id", "id", id);
        return this;
    }

    /** {@return the same, for what came before this time alone} */
    SinkSearch before(Instant time) {
        and(" and m.kept < :before", "before", time);
        return this;
    }

    List<SunkMessageRow> page(SinkQuery query) {
        boolean oldest = query.order() == Order.OLDEST_FIRST;
        query.after().ifPresent(id -> and(oldest ? " and m.id > :after" : " and m.id < :after", "after", id));
        return rows(oldest ? "m.id" : "m.id desc", query.limit());
    }

    /** {@return the oldest} */
    List<SunkMessageRow> first(int limit) {
        return rows("m.id", limit);
    }

    private List<SunkMessageRow> rows(String order, int limit) {
        return bind(entities.createQuery("select m from SunkMessageRow m" + where + " order by " + order,
                SunkMessageRow.class)).setMaxResults(limit).getResultList();
    }

    long count(int most) {
        return bind(entities.createQuery("select count(*) from (select m.id as found from SunkMessageRow m" + where
                + " order by m.id limit " + most + ")", Long.class)).getSingleResult();
    }

    private <T> TypedQuery<T> bind(TypedQuery<T> jpql) {
        parameters.forEach(jpql::setParameter);
        return jpql;
    }
}
