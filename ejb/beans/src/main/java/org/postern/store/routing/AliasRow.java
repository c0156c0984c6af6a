package org.postern.store.routing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.routing.StoredAlias;
import org.postern.store.Bounded;

import java.time.Instant;
import java.util.Optional;

/** An address that stands for others. */
@Entity
@Table(name = "mail_alias")
class AliasRow {
    @Id
    private String address;
    private String owner;
    private String members;
    private boolean enabled;
    private String remark;
    @Column(name = "changed_by")
    private String changedBy;
    @Column(name = "changed_at")
    private Instant changedAt;

    protected AliasRow() {}

    AliasRow(StoredAlias alias) {
        address = alias.address();
        owner = alias.owner().orElse(null);
        members = String.join("\n", alias.members());
        enabled = alias.enabled();
        remark = alias.remark();
        changedBy = Bounded.reference(alias.changedBy());
        changedAt = alias.changedAt();
    }

    StoredAlias toAlias() {
        return new StoredAlias(address, enabled, members.lines().toList(), Optional.ofNullable(owner), remark,
                changedBy, changedAt);
    }
}
