package org.postern.question;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import org.postern.config.file.Configuration;
import org.postern.duty.BackOff;
import org.postern.duty.Duties;
import org.postern.duty.LastingThread;
import org.postern.sentence.Sentence;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Reads what applications answer, from the start of the gateway to its end, where there is anybody to ask. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AnswerStage {
    private static final Sentence NAME = Sentence.form("dutyReadAnswers", "reading what applications answer").with();
    private static final long WAIT_MILLIS = 1000;

    @Inject
    private ConnectionFactory broker;
    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private Configuration configuration;
    @Inject
    private JmsApplications applications;
    @Inject
    private Duties duties;

    private Optional<LastingThread> reader = Optional.empty();

    @PostConstruct
    void begin() {
        if (!configuration.questions().isEmpty()) {
            reader = Optional.of(LastingThread.begin(duties, NAME, threads, "postern-answers", this::readUntilTheEnd));
        }
    }

    @PreDestroy
    void end() {
        reader.ifPresent(LastingThread::end);
    }

    private void readUntilTheEnd(CountDownLatch end) {
        BackOff backOff = new BackOff(end, QuestionLog.LOG::notAsked, QuestionLog.LOG::askedAgain);
        backOff.untilTheEnd(() -> readWith(backOff));
    }

    /** One connection for each session, which is all that the adapter of the broker lets have. */
    private void readWith(BackOff backOff) throws JMSException {
        try (Connection in = broker.createConnection();
                Connection out = broker.createConnection();
                Session answers = in.createSession(false, Session.AUTO_ACKNOWLEDGE);
                Session questions = out.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            TemporaryQueue queue = answers.createTemporaryQueue();
            try (MessageConsumer consumer = answers.createConsumer(queue)) {
                in.start();
                applications.open(new QuestionChannel(questions, queue));
                backOff.worked();
                while (!backOff.isOver()) {
                    Message answer = consumer.receive(WAIT_MILLIS);
                    if (answer != null) {
                        applications.answered(answer);
                    }
                }
            }
        } finally {
            applications.close();
        }
    }
}
