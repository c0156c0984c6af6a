package org.postern.pipeline.archive;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.postern.archive.ArchiveFilter;
import org.postern.archive.Archives;
import org.postern.archive.MailArchive;
import org.postern.config.Settings;
import org.postern.config.rule.ArchiveRule;
import org.postern.duty.Batches;
import org.postern.duty.Duties;
import org.postern.duty.Duty;
import org.postern.sentence.Sentence;
import org.postern.sink.SinkSettings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Forgets what has been in the sink, or in the archive, for long enough, some at a time. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ArchiveEnd {
    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final Batches BATCHES = new Batches(100, 100);

    @Inject
    private Duties duties;
    @Inject
    private Settings settings;
    @Inject
    private MailArchive archive;
    @Inject
    private Archives archives;
    @Inject
    private InstantSource clock;

    private final Duty ending = new Duty(Sentence.form("dutyEndArchive", "forgetting archived mail").with(), this::look,
            e -> ArchiveLog.LOG.stays(Duty.words(e)));

    @PostConstruct
    void begin() {
        duties.begin(ending, FIRST, INTERVAL);
    }

    @PreDestroy
    void end() {
        duties.end(ending);
    }

    private void look() {
        Instant now = clock.instant();
        settings.over(SinkSettings.TIME, now)
                .map(ArchiveFilter.ofSink()::before)
                .ifPresent(old -> tell(BATCHES.all(size -> archive.forget(old, size)), "the sink"));
        for (ArchiveRule rule : archives.rules()) {
            ArchiveFilter old = ArchiveFilter.at(rule.place()).before(now.minus(rule.time()));
            tell(BATCHES.all(size -> archive.forget(old, size)), rule.place());
        }
        tell(BATCHES.all(size -> archive.forgetOver(now, size)), "the archive");
    }

    private static void tell(int all, String place) {
        if (all > 0) {
            ArchiveLog.LOG.ended(all, place);
        }
    }
}
