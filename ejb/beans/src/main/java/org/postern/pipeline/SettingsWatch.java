package org.postern.pipeline;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.postern.config.SettingStore;
import org.postern.config.Settings;
import org.postern.duty.Duties;
import org.postern.duty.Duty;

import java.time.Duration;

/** Reads what people keep for settings when it has changed, on whichever node. While the database is away, what was read stays in force. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SettingsWatch {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Inject
    private Duties duties;
    @Inject
    private Settings settings;
    @Inject
    private SettingStore store;

    private long known = -1;
    private final Duty reading = new Duty("reading settings that people keep", this::look,
            e -> PipelineLog.LOG.settingsUnread(Duty.words(e)));

    @PostConstruct
    void begin() {
        duties.beginNow(reading, INTERVAL);
    }

    @PreDestroy
    void end() {
        duties.end(reading);
    }

    /** The version is read first: what changes meanwhile is read again. */
    private void look() {
        long version = store.version();
        if (version != known) {
            settings.keep(store.all(), PipelineLog.LOG::settingLeftOut);
            known = version;
        }
    }
}
