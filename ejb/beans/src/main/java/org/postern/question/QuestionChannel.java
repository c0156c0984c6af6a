package org.postern.question;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import org.postern.policy.question.Question;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** A way to the broker that all who ask share, one at a time, and the queue where answers come in. */
final class QuestionChannel {
    private final Session session;
    private final MessageProducer producer;
    private final Queue answers;
    private final ReentrantLock sending = new ReentrantLock();
    /** As many as there are rules: to find one asks the broker. */
    private final Map<String, Queue> queues = new HashMap<>();

    QuestionChannel(Session session, Queue answers) throws JMSException {
        this.session = session;
        this.answers = answers;
        producer = session.createProducer(null);
        producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
    }

    /**
     * {@return whether it was sent}
     *
     * @param name by which the answer says to what it is one
     * @param patience how long this waits for others who send
     */
    boolean send(Question question, String name, Instant until, Duration patience)
            throws JMSException, InterruptedException {
        if (!sending.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        try {
            Message message = QuestionMessage.encode(session, question, until);
            message.setJMSReplyTo(answers);
            message.setJMSCorrelationID(name);
            producer.send(queue(question.rule().queue()), message);
            return true;
        } finally {
            sending.unlock();
        }
    }

    private Queue queue(String name) throws JMSException {
        Queue known = queues.get(name);
        if (known == null) {
            known = session.createQueue(name);
            queues.put(name, known);
        }
        return known;
    }
}
