package org.postern.store.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.admin.people.ConsoleSession;

import java.time.Instant;

/** A browser in which somebody has logged in. */
@Entity
@Table(name = "console_session")
class ConsoleSessionRow {
    @Id
    private String hash;
    private String person;
    private String client;
    private Instant begun;
    private Instant seen;

    protected ConsoleSessionRow() {}

    ConsoleSessionRow(ConsoleSession session) {
        hash = session.hash();
        person = session.person();
        client = session.client();
        begun = session.begun();
        seen = session.seen();
    }

    String person() {
        return person;
    }

    ConsoleSession toSession() {
        return new ConsoleSession(hash, person, client, begun, seen);
    }
}
