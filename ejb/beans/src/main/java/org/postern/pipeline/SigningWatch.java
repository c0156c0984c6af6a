package org.postern.pipeline;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.postern.config.Settings;
import org.postern.duty.Duties;
import org.postern.duty.Duty;
import org.postern.sentence.Sentence;
import org.postern.signing.KeysInForce;
import org.postern.signing.SealFile;
import org.postern.signing.SigningKeyStore;
import org.postern.signing.SigningSettings;

import java.io.IOException;
import java.util.List;

/** Reads the keys that sign mail when they have changed, on whichever node. What was read counts on while the database is gone. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SigningWatch {
    @Inject
    private Duties duties;
    @Inject
    private Settings settings;
    @Inject
    private SigningKeyStore store;
    @Inject
    private SealFile seal;
    @Inject
    private KeysInForce keys;

    private long known = -1;
    private List<String> problems = List.of();
    private final Duty reading = new Duty(Sentence.form("dutyReadKeys", "reading the keys that sign mail").with(),
            this::look,
            e -> PipelineLog.LOG.keysUnread(Duty.words(e)));

    @PostConstruct
    void begin() {
        duties.beginNow(reading, settings.get(SigningSettings.INTERVAL));
    }

    @PreDestroy
    void end() {
        duties.end(reading);
    }

    /** What cannot be opened is tried again, in case somebody has brought the seal. */
    private void look() throws IOException {
        long version = store.version();
        if (version != known || !problems.isEmpty()) {
            List<String> before = problems;
            problems = keys.now(store.all(), seal.seal());
            known = version;
            problems.stream().filter(problem -> !before.contains(problem)).forEach(PipelineLog.LOG::keyNotOpened);
        }
    }
}
