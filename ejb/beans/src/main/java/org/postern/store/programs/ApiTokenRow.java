package org.postern.store.programs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.admin.access.Remit;
import org.postern.admin.access.Role;
import org.postern.admin.programs.ApiToken;
import org.postern.store.Bounded;
import org.postern.store.StoredDomains;

import java.time.Instant;
import java.util.Optional;

/** By what a program comes in. */
@Entity
@Table(name = "api_token")
class ApiTokenRow {
    @Id
    private String name;
    private String hash;
    private String role;
    private String domains;
    private Instant created;
    @Column(name = "created_by")
    private String by;
    private Instant expires;
    private Instant used;

    protected ApiTokenRow() {}

    ApiTokenRow(ApiToken token) {
        name = token.name();
        hash = token.hash();
        role = token.remit().role().word();
        domains = StoredDomains.text(token.remit().domains());
        created = token.created();
        by = Bounded.reference(token.by());
        expires = token.expires();
    }

    /** A role that this version does not know is the least. */
    ApiToken toToken() {
        return new ApiToken(hash, name, new Remit(Role.of(role).orElse(Role.AUDITOR), StoredDomains.of(domains)),
                created, by, expires,
                Optional.ofNullable(used));
    }
}
