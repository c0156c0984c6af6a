package org.postern.store.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How often it has changed what accounts may do. There is one row. */
@Entity
@Table(name = "application_account_version")
class AccountVersionRow {
    @Id
    private int id;
    private long version;

    protected AccountVersionRow() {}

    long version() {
        return version;
    }
}
