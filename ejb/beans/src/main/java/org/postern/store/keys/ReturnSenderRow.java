package org.postern.store.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;

/** A sender whose mail has left with return paths. */
@Entity
@Table(name = "return_sender")
class ReturnSenderRow {
    @Id
    private String name;
    private String mailbox;
    private Instant used;

    protected ReturnSenderRow() {}

    ReturnSenderRow(String name, String mailbox, Instant used) {
        this.name = name;
        this.mailbox = mailbox;
        this.used = used;
    }

    String mailbox() {
        return mailbox;
    }

    void usedAt(Instant now, Instant longAgo) {
        if (used.isBefore(longAgo)) {
            used = now;
        }
    }
}
