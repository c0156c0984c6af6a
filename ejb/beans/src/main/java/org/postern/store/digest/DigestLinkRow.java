package org.postern.store.digest;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.digest.DigestLink;

import java.time.Instant;
import java.util.Optional;

/** One link. */
@Entity
@Table(name = "digest_link")
class DigestLinkRow {
    @Id
    @Column(name = "token_hash")
    private String hash;
    @Column(name = "parked_key")
    private String parkedKey;
    private String recipient;
    private String subject;
    private String author;
    private Instant expires;
    /** Null until then. */
    private Instant used;

    protected DigestLinkRow() {}

    DigestLinkRow(DigestLink link) {
        hash = link.hash();
        parkedKey = link.parkedKey();
        recipient = link.recipient();
        subject = link.subject();
        author = link.author();
        expires = link.expires();
        used = link.used().orElse(null);
    }

    DigestLink toLink() {
        return new DigestLink(hash, parkedKey, recipient, subject, author, expires, Optional.ofNullable(used));
    }
}
