package org.postern.store.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.admin.people.ConsoleUsers.PasswordLink;

import java.time.Instant;

/** A link by which somebody chooses a password, once. */
@Entity
@Table(name = "password_link")
class PasswordLinkRow {
    @Id
    private String person;
    private String hash;
    private Instant expires;

    protected PasswordLinkRow() {}

    PasswordLinkRow(PasswordLink link) {
        person = link.person();
        hash = link.hash();
        expires = link.expires();
    }

    PasswordLink toLink() {
        return new PasswordLink(hash, person, expires);
    }
}
