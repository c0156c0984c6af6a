package org.postern.pipeline.parked;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.postern.config.Settings;
import org.postern.delivery.outcome.RetryPlans;
import org.postern.duty.Activity;
import org.postern.duty.Duties;
import org.postern.duty.Duty;
import org.postern.pipeline.PipelineLog;
import org.postern.queue.Admission;
import org.postern.queue.Backlog;
import org.postern.queue.BulkHeadroom;
import org.postern.queue.Headroom;
import org.postern.queue.LastTurns;
import org.postern.queue.MailQueue;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.Recalls;
import org.postern.queue.WaitingMail;
import org.postern.queue.WaitingSettings;
import org.postern.sentence.Sentence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Takes up parked mail when its time has come, no more of it than the queues are short of: a million messages due at once wait in
 * the database, not in the broker, and so does what its destination would not let in. Looking costs one query of an index; many nodes
 * share the work.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ParkedPoller {
    private static final int BATCH = 100;
    /** Then others have their turn, so that a stop of the server need not wait for a million. */
    private static final int MOST_BATCHES = 50;

    @Inject
    private Duties duties;
    @Inject
    private Settings settings;
    @Inject
    private WaitingMail waiting;
    @Inject
    private ReleasedMail released;
    @Inject
    private Admission admission;
    @Inject
    private Recalls recalls;
    @Inject
    private Backlog backlog;
    @Inject
    private RetryPlans plans;
    @Inject
    private InstantSource clock;
    @Inject
    private Activity activity;

    private final Duty taking = new Duty(Sentence.form("dutyTakeUpParked", "taking up parked mail").with(), this::look,
            e -> PipelineLog.LOG.parkedMailStays(Duty.words(e)));

    @PostConstruct
    void begin() {
        Duration interval = settings.get(WaitingSettings.INTERVAL);
        duties.begin(taking, interval, interval);
    }

    @PreDestroy
    void end() {
        duties.end(taking);
    }

    private void look() throws QueueUnavailableException {
        if (!activity.isWorking()) {
            return;
        }
        int ahead = settings.get(WaitingSettings.AHEAD);
        Headroom headroom = new Headroom(backlog, ahead, MailQueue.OUTGOING, MailQueue.INCOMING);
        Admission room = new BulkHeadroom(new LastTurns(admission, plans.shortestLife()), backlog, ahead);
        recall();
        int batch = Math.min(BATCH, headroom.first());
        int batches = 0;
        while (batch > 0 && batches < MOST_BATCHES) {
            WaitingMail.Looked looked = waiting.release(clock.instant(), batch, room, released::post);
            headroom.took(looked.released());
            batch = looked.due() < batch ? 0 : Math.min(BATCH, headroom.left());
            batches++;
        }
    }

    /** Destinations that answer again need not wait for what was booked while they did not. */
    private void recall() {
        Instant now = clock.instant();
        for (Recalls.Recall recall : recalls.recalls(now)) {
            if (waiting.recall(recall.destination(), now, recall.most()) == 0) {
                recalls.settled(recall.destination());
            }
        }
    }
}
