package org.postern.store.routing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How often routes and aliases have changed. There is one row. */
@Entity
@Table(name = "routing_version")
class RoutingVersionRow {
    @Id
    private int id;
    private long version;

    protected RoutingVersionRow() {}

    long version() {
        return version;
    }
}
