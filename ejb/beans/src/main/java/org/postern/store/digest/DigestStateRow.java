package org.postern.store.digest;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.digest.DigestStore;

import java.time.Instant;
import java.util.Optional;

/** How far digests have come, and which node is about it. There is one row. */
@Entity
@Table(name = "digest_state")
class DigestStateRow {
    static final int ID = 1;

    @Id
    private int id;
    @Column(name = "told_since")
    private Instant since;
    /** Null while none are being written. */
    @Column(name = "told_until")
    private Instant until;
    private String place;
    private String owner;
    @Column(name = "owned_until")
    private Instant ownedUntil;

    protected DigestStateRow() {}

    DigestStore.Round toRound() {
        return new DigestStore.Round(since, Optional.ofNullable(until), place);
    }

    /** {@return whether this node has it now: nobody else's time is still running} */
    boolean claim(String node, Instant now, Instant end) {
        if (!owner.equals(node) && ownedUntil.isAfter(now)) {
            return false;
        }
        owner = node;
        ownedUntil = end;
        return true;
    }

    void release(String node, Instant now) {
        if (owner.equals(node)) {
            ownedUntil = now;
        }
    }

    void begin(Instant last) {
        until = last;
        place = "";
    }

    void reached(String recipient) {
        place = recipient;
    }

    void end() {
        since = until == null ? since : until;
        until = null;
        place = "";
    }
}
