package org.postern.pipeline.trace;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import org.postern.duty.BackOff;
import org.postern.duty.Duties;
import org.postern.duty.LastingThread;
import org.postern.pipeline.PipelineLog;
import org.postern.queue.MailQueue;
import org.postern.sentence.Sentence;

import java.util.concurrent.CountDownLatch;

/**
 * Where every story ends: one reader of {@code postern.events}, from the start of the application to its end. Not a message-driven
 * bean, which would acknowledge each message by itself and could not keep a batch while the database is out of reach.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JournalStage {
    private static final Sentence NAME = Sentence.form("dutyWriteStories", "writing down the stories of messages")
            .with();

    @Inject
    private ConnectionFactory broker;
    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private Journal journal;
    @Inject
    private Duties duties;

    private LastingThread reader;

    @PostConstruct
    void begin() {
        reader = LastingThread.begin(duties, NAME, threads, "postern-journal", this::readUntilTheEnd);
    }

    @PreDestroy
    void end() {
        reader.end();
    }

    private void readUntilTheEnd(CountDownLatch end) {
        BackOff withBroker = new BackOff(end, PipelineLog.LOG::journalWaitsForBroker, () -> {
        });
        BackOff withDatabase = new BackOff(end, PipelineLog.LOG::journalWaitsForDatabase,
                PipelineLog.LOG::journalGoesOn);
        withBroker.untilTheEnd(() -> readWith(withBroker, withDatabase));
    }

    private void readWith(BackOff withBroker, BackOff withDatabase) throws JMSException {
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageConsumer consumer = session.createConsumer(session.createQueue(MailQueue.EVENTS))) {
            connection.start();
            while (!withBroker.isOver()) {
                journal.takeBatch(session, consumer, withDatabase);
                withBroker.worked();
            }
        }
    }
}
