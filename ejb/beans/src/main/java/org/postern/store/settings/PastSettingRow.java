package org.postern.store.settings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.config.PastSetting;

import java.time.Instant;

/** What counted for a setting that says how long something is kept. */
@Entity
@Table(name = "setting_past")
class PastSettingRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;
    private String name;
    private String text;
    @Column(name = "counted_until")
    private Instant until;

    protected PastSettingRow() {}

    PastSettingRow(PastSetting past) {
        name = past.key();
        text = past.text();
        until = past.until();
    }

    PastSetting toPast() {
        return new PastSetting(name, text, until);
    }
}
