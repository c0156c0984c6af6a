package org.postern.store.settings;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How often what is kept for settings has changed. There is one row. */
@Entity
@Table(name = "setting_version")
class SettingVersionRow {
    @Id
    private int id;
    private long version;

    protected SettingVersionRow() {}

    long version() {
        return version;
    }
}
