package org.postern.store.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How often keys have changed. There is one row. */
@Entity
@Table(name = "signing_version")
class SigningVersionRow {
    @Id
    private int id;
    private long version;

    protected SigningVersionRow() {}

    long version() {
        return version;
    }
}
