package org.postern.store.settings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.config.KeptSetting;
import org.postern.store.Bounded;

import java.time.Instant;

/** What somebody wrote for a setting. */
@Entity
@Table(name = "setting")
class SettingRow {
    @Id
    private String name;
    private String text;
    @Column(name = "changed_by")
    private String changedBy;
    @Column(name = "changed_at")
    private Instant changedAt;

    protected SettingRow() {}

    SettingRow(KeptSetting setting) {
        name = setting.key();
        text = setting.text();
        changedBy = Bounded.reference(setting.by());
        changedAt = setting.at();
    }

    KeptSetting toSetting() {
        return new KeptSetting(name, text, changedBy, changedAt);
    }
}
