package org.postern.store.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.bounce.ReturnKey;

import java.time.Instant;

/** A secret that signs return paths. */
@Entity
@Table(name = "return_key")
class ReturnKeyRow {
    @Id
    private String id;
    private String secret;
    private Instant created;

    protected ReturnKeyRow() {}

    ReturnKeyRow(ReturnKey key, Instant created) {
        this.id = key.id();
        this.secret = key.secret();
        this.created = created;
    }

    boolean isYoungerThan(Instant time) {
        return created.isAfter(time);
    }

    ReturnKey toKey() {
        return new ReturnKey(id, secret);
    }
}
