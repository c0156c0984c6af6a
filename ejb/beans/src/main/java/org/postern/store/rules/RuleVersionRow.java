package org.postern.store.rules;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How often the rules have changed. There is one row. */
@Entity
@Table(name = "rule_version")
class RuleVersionRow {
    @Id
    private int id;
    private long version;

    protected RuleVersionRow() {}

    long version() {
        return version;
    }
}
