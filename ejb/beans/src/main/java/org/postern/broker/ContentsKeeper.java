package org.postern.broker;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import org.postern.config.DataFolder;
import org.postern.contents.ContentSweep;
import org.postern.contents.Contents;
import org.postern.duty.Duties;
import org.postern.duty.Duty;
import org.postern.sentence.Sentence;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Looks after the files that messages refer to: removes what is not needed any more, and keeps none waiting for messages put aside. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ContentsKeeper {
    private static final Duration SPENT = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofSeconds(2);
    private static final Duration DEAD = Duration.ofSeconds(30);
    private static final int MOST_AT_ONCE = 100;

    @Inject
    private Duties duties;
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

    private List<Duty> begun = List.of();

    @PostConstruct
    void begin() {
        SpooledContent.removeLeftovers(folder.spool());
        contents.begin();
        ContentSweep sweep = new ContentSweep(contents, referring::names, clock);
        begun = List.of(
                every(SPENT, Sentence.form("dutyRemoveSpent", "removing contents of mail that has left").with(),
                        contents::removeSpent),
                every(SWEEP, Sentence.form("dutySweepContents", "removing contents that nothing refers to").with(),
                        sweep::look),
                every(DEAD, Sentence.form("dutyCompleteDead", "completing messages in postern.dead").with(),
                        this::completeDead));
    }

    private Duty every(Duration interval, Sentence name, Runnable task) {
        Duty duty = new Duty(name, task::run, e -> QueuesLog.LOG.turnFailed(e, e.toString()));
        duties.begin(duty, interval, interval);
        return duty;
    }

    @PreDestroy
    void end() {
        begun.forEach(duties::end);
        contents.removeSpentAtTheEnd();
    }

    private void completeDead() {
        try {
            int many = 0;
            while (stores.areStoresWell() && many < MOST_AT_ONCE && dead.completeOne()) {
                many++;
            }
        } catch (JMSException | RuntimeException e) {
            QueuesLog.LOG.notCompleted(e.getMessage());
        }
    }
}
