package org.postern.store.reputation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.reputation.entry.ListEntry;
import org.postern.reputation.entry.Party;
import org.postern.reputation.entry.StoredEntry;
import org.postern.store.Bounded;

import java.time.Instant;
import java.util.Optional;

/** Somebody whom people allow or block. */
@Entity
@Table(name = "list_entry")
class EntryRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private boolean allowed;
    private String party;
    private String owner;
    private String remark;
    private Instant expiry;
    private long hits;
    @Column(name = "last_hit")
    private Instant lastHit;
    @Column(name = "changed_by")
    private String changedBy;
    @Column(name = "changed_at")
    private Instant changedAt;

    EntryRow take(ListEntry entry, String by, Instant at) {
        allowed = entry.effect() == ListEntry.Effect.ALLOW;
        party = entry.party().toString();
        owner = entry.owner();
        remark = Bounded.text(entry.comment());
        expiry = entry.expiry().orElse(null);
        changedBy = Bounded.reference(by);
        changedAt = at;
        return this;
    }

    ListEntry toEntry() {
        return new ListEntry(Long.toString(id), allowed ? ListEntry.Effect.ALLOW : ListEntry.Effect.BLOCK,
                Party.parse(party), owner, remark, Optional.ofNullable(expiry));
    }

    StoredEntry toStored() {
        return new StoredEntry(toEntry(), changedBy, changedAt, hits, Optional.ofNullable(lastHit));
    }
}
