package org.postern.broker;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import org.postern.config.DataFolder;
import org.postern.contents.ContentSweep;
import org.postern.contents.Contents;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Looks after the files that messages refer to: removes what is not needed any more, and keeps none waiting for messages put aside. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ContentsKeeper {
    private static final int SPENT_SECONDS = 1;
    private static final int DEAD_SECONDS = 30;
    private static final int MOST_AT_ONCE = 100;

    @Resource
    private ManagedScheduledExecutorService scheduler;
    @Inject
    private Contents contents;
    @Inject
    private ReferringMessages referring;
    @Inject
    private StoreReadiness stores;
    @Inject
    private DeadMail dead;
    @Inject
    private DataFolder folder;
    @Inject
    private InstantSource clock;

    private List<Future<?>> turns = List.of();

    @PostConstruct
    void begin() {
        SpooledContent.removeLeftovers(folder.spool());
        ContentSweep sweep = new ContentSweep(contents, referring::areNone, clock);
        turns = List.of(every(SPENT_SECONDS, contents::removeSpent), every(SPENT_SECONDS, sweep::look),
                every(DEAD_SECONDS, this::completeDead));
    }

    private Future<?> every(int seconds, Runnable task) {
        return scheduler.scheduleWithFixedDelay(() -> turn(task), seconds, seconds, TimeUnit.SECONDS);
    }

    /** One that fails must not be the last. */
    private static void turn(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            QueuesLog.LOG.turnFailed(e, e.toString());
        }
    }

    @PreDestroy
    void end() {
        turns.forEach(task -> task.cancel(false));
        contents.removeSpentAtTheEnd();
    }

    private void completeDead() {
        try {
            int many = 0;
            while (stores.faults().isEmpty() && many < MOST_AT_ONCE && dead.completeOne()) {
                many++;
            }
        } catch (JMSException | JMSRuntimeException e) {
            QueuesLog.LOG.notCompleted(e.getMessage());
        }
    }
}
