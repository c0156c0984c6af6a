package org.postern.store;

import jakarta.persistence.EntityManager;
import org.postern.event.Event;
import org.postern.event.Progress;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The recipients of one message while a batch of events is stored. */
final class RecipientRows {
    /** More recipients than any listener takes; an event that says otherwise is cut. */
    private static final int MAX = 100_000;

    private final String messageKey;
    private final Map<String, TraceRecipientRow> rows = new LinkedHashMap<>();

    RecipientRows(String messageKey) {
        this.messageKey = messageKey;
    }

    void known(TraceRecipientRow row) {
        rows.put(row.id().address(), row);
    }

    /** Takes the event to each recipient it is about; a recipient not known yet becomes a new row. */
    void after(Event event, EntityManager entities) {
        for (String recipient : event.recipients()) {
            String address = Bounded.address(recipient);
            TraceRecipientRow row = rows.get(address);
            if (row != null) {
                row.after(event);
            } else if (rows.size() < MAX) {
                TraceRecipientRow added = new TraceRecipientRow(messageKey, address, event);
                rows.put(address, added);
                entities.persist(added);
            }
        }
    }

    int count() {
        return rows.size();
    }

    String first() {
        return rows.keySet().iterator().next();
    }

    Progress progress() {
        Set<Progress> all = EnumSet.noneOf(Progress.class);
        rows.values().forEach(row -> all.add(row.progress()));
        return Progress.of(all);
    }
}
