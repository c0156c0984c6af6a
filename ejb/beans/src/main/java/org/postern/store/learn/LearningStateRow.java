package org.postern.store.learn;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.content.teach.ModelStore;

import java.time.Instant;

/** How far learning has come, and which node is about it. There is one row. */
@Entity
@Table(name = "learning_state")
class LearningStateRow {
    static final int ID = 1;

    @Id
    private int id;
    private long taught;
    private long learnt;
    private long active;
    private long doubted;
    private String owner;
    @Column(name = "owned_until")
    private Instant ownedUntil;

    protected LearningStateRow() {}

    ModelStore.State toState() {
        return new ModelStore.State(taught, learnt, active, doubted);
    }

    /** {@return whether this node has it now: nobody else's time is still running} */
    boolean claim(String node, Instant now, Instant until) {
        if (!owner.equals(node) && ownedUntil.isAfter(now)) {
            return false;
        }
        owner = node;
        ownedUntil = until;
        return true;
    }

    void release(String node, Instant now) {
        if (owner.equals(node)) {
            ownedUntil = now;
        }
    }
}
