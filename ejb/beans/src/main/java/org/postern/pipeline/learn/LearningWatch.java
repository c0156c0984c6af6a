package org.postern.pipeline.learn;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.postern.config.Settings;
import org.postern.content.learn.Learning;
import org.postern.content.learn.LiveModel;
import org.postern.content.learn.SideBySide;
import org.postern.content.teach.LearningTurn;
import org.postern.content.teach.ModelStore;
import org.postern.content.teach.SampleStore;
import org.postern.duty.Duties;
import org.postern.duty.Duty;
import org.postern.pipeline.PipelineLog;
import org.postern.sentence.Sentence;
import org.postern.trust.TrustSettings;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Looks from time to time whether something was taught, and which model is active. Mail is judged by what was read: it never waits for the
 * database. Learning takes one thread, so that mail has the others.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LearningWatch {
    /** Learning takes up to 260 MB of it for some seconds, and a server that has not got them would end. */
    private static final long LEAST_HEAP = 700L << 20;
    private static final Duration SOON = Duration.ofSeconds(1);

    @Inject
    private Duties duties;
    @Inject
    private Settings settings;
    @Inject
    private SampleStore samples;
    @Inject
    private ModelStore models;
    @Inject
    private LiveModel live;
    @Inject
    private InstantSource clock;

    private Duty learning;

    @PostConstruct
    void begin() {
        LearningTurn turn = new LearningTurn(samples, models, new Learning(SideBySide.IN_TURN), live, clock,
                UUID.randomUUID().toString(),
                () -> Runtime.getRuntime().maxMemory() >= LEAST_HEAP);
        learning = new Duty(Sentence.form("dutyLearn", "learning what spam is").with(), turn::take,
                e -> PipelineLog.LOG.nothingLearnt(Duty.words(e)));
        if (settings.get(TrustSettings.LEARNING)) {
            duties.begin(learning, SOON, settings.get(TrustSettings.LEARNING_INTERVAL));
        }
    }

    @PreDestroy
    void end() {
        duties.end(learning);
    }
}
