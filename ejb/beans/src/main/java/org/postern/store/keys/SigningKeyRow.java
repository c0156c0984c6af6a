package org.postern.store.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.auth.dkim.Algorithm;
import org.postern.auth.dkim.KeyText;
import org.postern.mail.Domain;
import org.postern.signing.KeyLife;
import org.postern.signing.SealedKey;
import org.postern.signing.StoredKey;
import org.postern.store.Bounded;

import java.time.Instant;
import java.util.Optional;

/** A key that signs mail. */
@Entity
@Table(name = "signing_key")
class SigningKeyRow {
    @Id
    private String name;
    private String domain;
    private String selector;
    @Enumerated(EnumType.STRING)
    private Algorithm algorithm;
    @Column(name = "record_text")
    private String text;
    private String seal;
    private String sealed;
    private Instant made;
    private Instant published;
    private Instant active;
    private Instant retiring;
    private Instant retired;
    @Column(name = "changed_by")
    private String changedBy;

    protected SigningKeyRow() {}

    SigningKeyRow(StoredKey key) {
        name = key.name();
        domain = key.domain().key();
        selector = key.selector().key();
        algorithm = key.algorithm();
        text = key.text().text();
        seal = key.sealed().map(SealedKey::seal).orElse(null);
        sealed = key.sealed().map(SealedKey::text).orElse(null);
        made = key.life().made();
        published = key.life().published().orElse(null);
        active = key.life().active().orElse(null);
        retiring = key.life().retiring().orElse(null);
        retired = key.life().retired().orElse(null);
        changedBy = Bounded.reference(key.changedBy());
    }

    StoredKey toKey() {
        KeyLife life = new KeyLife(made, Optional.ofNullable(published), Optional.ofNullable(active),
                Optional.ofNullable(retiring), Optional.ofNullable(retired));
        Optional<SealedKey> secret = Optional.ofNullable(sealed).map(octets -> new SealedKey(seal, octets));
        return new StoredKey(new Domain(domain), new Domain(selector), algorithm, new KeyText(text), secret, life,
                changedBy);
    }
}
