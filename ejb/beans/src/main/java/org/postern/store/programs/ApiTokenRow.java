package org.postern.store.programs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.admin.access.Role;
import org.postern.admin.programs.ApiToken;
import org.postern.store.Bounded;

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
    private Instant created;
    @Column(name = "created_by")
    private String by;
    private Instant expires;
    private Instant used;

    protected ApiTokenRow() {}

    ApiTokenRow(ApiToken token) {
        name = token.name();
        hash = token.hash();
        role = token.role().word();
        created = token.created();
        by = Bounded.reference(token.by());
        expires = token.expires();
    }

    /** A role that this version does not know is the least. */
    ApiToken toToken() {
        return new ApiToken(hash, name, Role.of(role).orElse(Role.AUDITOR), created, by, expires,
                Optional.ofNullable(used));
    }
}
