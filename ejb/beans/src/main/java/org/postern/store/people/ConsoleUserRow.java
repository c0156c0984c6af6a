package org.postern.store.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.admin.access.Remit;
import org.postern.admin.access.Role;
import org.postern.admin.people.ConsoleUser;
import org.postern.store.StoredDomains;

import java.time.Instant;
import java.util.Optional;

/** Somebody who may use the console. */
@Entity
@Table(name = "console_user")
class ConsoleUserRow {
    @Id
    private String name;
    @Column(name = "password_hash")
    private String passwordHash;
    private String role;
    private String domains;
    private Instant created;
    private Instant changed;
    private String subject;

    protected ConsoleUserRow() {}

    ConsoleUserRow(ConsoleUser user) {
        name = user.name();
        passwordHash = user.passwordHash();
        role = user.role().word();
        domains = StoredDomains.text(user.remit().domains());
        created = user.created();
        changed = user.changed();
        subject = user.subject().orElse(null);
    }

    /** A role that this version does not know is the least. */
    ConsoleUser toUser() {
        return new ConsoleUser(name, passwordHash,
                new Remit(Role.of(role).orElse(Role.AUDITOR), StoredDomains.of(domains)), created, changed,
                Optional.ofNullable(subject));
    }
}
