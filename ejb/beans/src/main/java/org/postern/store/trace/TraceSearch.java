package org.postern.store.trace;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import org.postern.event.AddressKey;
import org.postern.event.Page;
import org.postern.event.Sought;
import org.postern.event.TraceQuery;
import org.postern.event.TracedMessage;
import org.postern.store.Counted;
import org.postern.store.Like;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A query of the trace, as JPQL. */
final class TraceSearch {
    private static final String RECIPIENT = "m.key in (select r.id.messageKey from TraceRecipientRow r where ";

    private final TraceQuery query;
    private final EntityManager entities;
    private final StringBuilder where = new StringBuilder(" where 1 = 1");
    private final Map<String, Object> parameters = new HashMap<>();

    TraceSearch(TraceQuery query, EntityManager entities) {
        this.query = query;
        this.entities = entities;
        query.from().ifPresent(from -> and(" and m.arrived >= :from", "from", from));
        query.until().ifPresent(until -> and(" and m.arrived < :until", "until", until));
        query.progress().ifPresent(progress -> and(" and m.progress = :progress", "progress", progress));
        restrict(query.sought());
    }

    private void restrict(Sought sought) {
        switch (sought) {
            case Sought.Anything() -> {
            }
            case Sought.Address(String address) -> and(
                    " and (m.senderKey = :address or " + RECIPIENT + "r.addressKey = :address))", "address",
                    AddressKey.of(address));
            case Sought.DomainName(String domain) -> {
                and(" and (m.senderKey >= :first and m.senderKey < :end or " + RECIPIENT
                        + "r.addressKey >= :first and r.addressKey < :end))", "first", AddressKey.first(domain));
                parameters.put("end", AddressKey.end(domain));
            }
            case Sought.Word(String text) -> word(text);
        }
    }

    /** An id is looked up first: the search for a local part has no index to go by. */
    private void word(String text) {
        boolean isReference = !entities
                .createQuery(
                        "select m.key from TraceMessageRow m where m.key = :upper or m.key = :text or m.session = :text",
                        String.class)
                .setParameter("upper", text.toUpperCase(Locale.ROOT))
                .setParameter("text", text)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
        if (isReference) {
            and(" and (m.key = :upper or m.key = :text or m.session = :text)", "text", text);
            parameters.put("upper", text.toUpperCase(Locale.ROOT));
        } else {
            and(" and (m.senderKey like :local escape '!' or " + RECIPIENT + "r.addressKey like :local escape '!'))",
                    "local", Like.contains(AddressKey.within(text)));
        }
    }

    private void and(String condition, String name, Object value) {
        where.append(condition);
        parameters.put(name, value);
    }

    Page<TracedMessage> page() {
        List<TracedMessage> items = bind(entities.createQuery(
                "select m from TraceMessageRow m" + where + " order by m.arrived desc, m.key desc",
                TraceMessageRow.class)).setFirstResult(query.offset())
                .setMaxResults(query.limit())
                .getResultStream()
                .map(TraceMessageRow::toMessage)
                .toList();
        return new Page<>(items, Counted.of(query.offset(), query.limit(), items.size(), this::count));
    }

    private long count() {
        return bind(entities.createQuery("select count(*) from (select m.key as found from TraceMessageRow m" + where
                + " order by m.arrived desc limit " + Page.COUNTED + ")", Long.class)).getSingleResult();
    }

    private <T> TypedQuery<T> bind(TypedQuery<T> jpql) {
        parameters.forEach(jpql::setParameter);
        return jpql;
    }
}
