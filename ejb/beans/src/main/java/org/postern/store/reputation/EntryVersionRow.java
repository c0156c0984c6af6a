package org.postern.store.reputation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How often the entries have changed. There is one row. */
@Entity
@Table(name = "list_version")
class EntryVersionRow {
    @Id
    private int id;
    private long version;

    protected EntryVersionRow() {}

    long version() {
        return version;
    }
}
