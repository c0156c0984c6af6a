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
import org.postern.duty.WhenChanged;
import org.postern.sentence.Sentence;

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

    private final Duty reading = new Duty(Sentence.form("dutyReadSettings", "reading settings that people keep").with(),
            new WhenChanged(() -> store.version(), this::read),
            e -> PipelineLog.LOG.settingsUnread(Duty.words(e)));

    @PostConstruct
    void begin() {
        duties.beginNow(reading, INTERVAL);
    }

    @PreDestroy
    void end() {
        duties.end(reading);
    }

    private void read() {
        settings.keep(store.all(), store.past(), PipelineLog.LOG::settingLeftOut);
    }
}
