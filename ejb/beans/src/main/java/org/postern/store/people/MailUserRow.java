package org.postern.store.people;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import org.postern.identity.MailUser;
import org.postern.identity.ScramVerifier;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Somebody who may submit mail. */
@Entity
@Table(name = "mail_user")
class MailUserRow {
    @Id
    private String name;
    @Column(name = "scram_key")
    private String key;
    @Column(name = "scram_salt")
    private String salt;
    @Column(name = "scram_iterations")
    private int iterations;
    private boolean enabled;
    @ElementCollection
    @CollectionTable(name = "mail_user_sender", joinColumns = @JoinColumn(name = "user_name"))
    @Column(name = "sender")
    private Set<String> senders = new HashSet<>();
    private Instant created;
    private Instant changed;

    protected MailUserRow() {}

    MailUserRow(MailUser user) {
        name = user.name();
        created = user.created();
        become(user);
    }

    /** Takes over what can change of a user. */
    final void become(MailUser user) {
        key = user.verifier().key();
        salt = user.verifier().salt();
        iterations = user.verifier().iterations();
        enabled = user.enabled();
        senders.retainAll(user.senders());
        senders.addAll(user.senders());
        changed = user.changed();
    }

    MailUser toUser() {
        return new MailUser(name, new ScramVerifier(key, salt, iterations), enabled,
                senders.stream().sorted().toList(), created, changed);
    }
}
