package org.postern.store.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.admin.people.ConsoleUser;

import java.time.Instant;

/** Somebody who may use the console. */
@Entity
@Table(name = "console_user")
class ConsoleUserRow {
    @Id
    private String name;
    @Column(name = "password_hash")
    private String passwordHash;
    private String role;
    private Instant created;
    private Instant changed;

    protected ConsoleUserRow() {}

    ConsoleUserRow(ConsoleUser user) {
        name = user.name();
        passwordHash = user.passwordHash();
        role = user.role();
        created = user.created();
        changed = user.changed();
    }

    ConsoleUser toUser() {
        return new ConsoleUser(name, passwordHash, role, created, changed);
    }
}
