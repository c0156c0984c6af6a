package org.postern.store.reputation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.reputation.grey.Acquaintance;
import org.postern.reputation.grey.Contact;
import org.postern.reputation.grey.GreylistStore.Waiting;
import org.postern.store.Bounded;

import java.time.Instant;

/** Who writes to whom, and how far that has come. */
@Entity
@Table(name = "greylist_contact")
class ContactRow {
    @Id
    @Column(name = "contact_key")
    private String key;
    private String network;
    private String sender;
    private String recipient;
    @Column(name = "first_try")
    private Instant first;
    @Column(name = "last_pass")
    private Instant last;
    @Enumerated(EnumType.STRING)
    private Acquaintance.State state;

    protected ContactRow() {}

    ContactRow(String key, Contact contact) {
        this.key = key;
        this.network = contact.network();
        this.sender = Bounded.address(contact.sender());
        this.recipient = Bounded.address(contact.recipient());
    }

    ContactRow take(Acquaintance known) {
        first = known.first();
        last = known.last();
        state = known.state();
        return this;
    }

    Acquaintance toAcquaintance() {
        return new Acquaintance(first, last, state);
    }

    Waiting toWaiting() {
        return new Waiting(new Contact(network, sender, recipient), first);
    }
}
