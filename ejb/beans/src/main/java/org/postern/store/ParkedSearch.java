package org.postern.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import org.postern.event.AddressKey;
import org.postern.event.Page;
import org.postern.event.Sought;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A query for parked mail, as JPQL. */
final class ParkedSearch {
    private static final String BY_ADDRESS = " and p.key in (select a.id.parkedKey from ParkedAddressRow a where ";

    private final ParkedQuery query;
    private final StringBuilder where = new StringBuilder(" where 1 = 1");
    private final Map<String, Object> parameters = new HashMap<>();

    ParkedSearch(ParkedQuery query) {
        this.query = query;
        query.reason().ifPresent(reason -> and(" and p.reason = :reason", "reason", reason));
        switch (query.sought()) {
            case Sought.Anything() -> {
            }
            case Sought.Address(String address) ->
                and(BY_ADDRESS + "a.id.addressKey = :address)", "address", AddressKey.of(address));
            case Sought.DomainName(String domain) -> {
                and(BY_ADDRESS + "a.id.addressKey >= :first", "first", AddressKey.first(domain));
                and(" and a.id.addressKey < :end)", "end", AddressKey.end(domain));
            }
            case Sought.Word(String text) -> {
                and(" and (p.queueId = :id", "id", text.toUpperCase(Locale.ROOT));
                and(" or p.key in (select a.id.parkedKey from ParkedAddressRow a where a.id.addressKey like :local escape '!'))",
                        "local", Like.contains(AddressKey.within(text)));
            }
        }
    }

    private void and(String condition, String name, Object value) {
        where.append(condition);
        parameters.put(name, value);
    }

    Page<ParkedSummary> page(EntityManager entities) {
        List<ParkedSummary> items = bind(entities.createQuery(
                "select p from ParkedMessageRow p" + where + " order by p.due, p.key", ParkedMessageRow.class))
                .setFirstResult(query.offset())
                .setMaxResults(query.limit())
                .getResultStream()
                .map(ParkedMessageRow::toSummary)
                .toList();
        return new Page<>(items, Counted.of(query.offset(), query.limit(), items.size(), () -> count(entities)));
    }

    private long count(EntityManager entities) {
        return bind(entities.createQuery("select count(*) from (select p.key as found from ParkedMessageRow p" + where
                + " order by p.due limit " + Page.COUNTED + ")", Long.class)).getSingleResult();
    }

    private <T> TypedQuery<T> bind(TypedQuery<T> jpql) {
        parameters.forEach(jpql::setParameter);
        return jpql;
    }
}
