package org.postern.pipeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.jboss.logging.MDC;
import org.postern.broker.MailIntake;
import org.postern.broker.ReceivedMail;
import org.postern.queue.QueueUnavailableException;

import java.io.IOException;
import java.util.Optional;

/**
 * How a stage takes a message of the gateway's own queues: it waits for its stores, reads the message, and does its work. What cannot be read is put aside. Whatever
 * goes wrong in the work itself says nothing against the mail, which then goes back to its queue and comes again.
 */
@Singleton
public class Taking {
    /** Names the message in each line of the log that is written while it is dealt with, where those have fields. */
    static final String IN_THE_LOG = "queueId";

    private final Intake intake;

    @Inject
    Taking(MailIntake intake) {
        this(intake::take);
    }

    Taking(Intake intake) {
        this.intake = intake;
    }

    /** Reads a message; {@link MailIntake#take} says what it does. */
    @FunctionalInterface
    interface Intake {
        Optional<ReceivedMail> take(Message message, String queue) throws JMSException, IOException;
    }

    /** Waits until the stores are well that the work needs. */
    @FunctionalInterface
    interface Stores {
        void await() throws InterruptedException;
    }

    /** What is done with the mail; all that follows from it is durable on return. */
    @FunctionalInterface
    interface Work {
        void on(ReceivedMail mail) throws InterruptedException, IOException, QueueUnavailableException;
    }

    /**
     * Takes a message.
     *
     * @throws RuntimeException when it is to come again
     */
    void take(Message message, String queue, Stores stores, Work work) {
        try {
            stores.await();
            Optional<ReceivedMail> received = intake.take(message, queue);
            if (received.isPresent()) {
                carryOut(received.get(), work);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PipelineLog.LOG.tryAgain("interrupted", e);
        } catch (JMSException | IOException | QueueUnavailableException e) {
            throw PipelineLog.LOG.tryAgain(e.getMessage(), e);
        }
    }

    private static void carryOut(ReceivedMail received, Work work)
            throws InterruptedException, IOException, QueueUnavailableException {
        MDC.put(IN_THE_LOG, received.mail().message().id().text());
        try (received) {
            work.on(received);
            received.dealtWith();
        } finally {
            MDC.remove(IN_THE_LOG);
        }
    }
}
