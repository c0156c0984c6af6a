package org.postern.store.people;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.admin.people.ConsoleSession;

import java.time.Instant;

/** From where somebody has logged in lately. */
@Entity
@Table(name = "console_way")
class ConsoleWayRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String person;
    private String client;
    private Instant seen;

    protected ConsoleWayRow() {}

    ConsoleWayRow(ConsoleSession session) {
        person = session.person();
        client = session.client();
        seen = session.begun();
    }

    /** {@return whether this one has come from there before} */
    boolean isOf(ConsoleSession session) {
        return person.equals(session.person()) && client.equals(session.client());
    }

    boolean isBefore(Instant moment) {
        return seen.isBefore(moment);
    }
}
