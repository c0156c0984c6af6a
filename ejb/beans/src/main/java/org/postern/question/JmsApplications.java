package org.postern.question;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import org.postern.policy.question.Answer;
import org.postern.policy.question.Applications;
import org.postern.policy.question.Question;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks over JMS. As many wait as the rules let; an answer that nobody waits for any more is forgotten. */
@Singleton
public class JmsApplications implements Applications {
    /** The longest text of an answer that is looked at. */
    private static final int LONGEST = 1000;
    private static final Answer AWAY = new Answer.Silence("the broker is away");
    private static final Answer LATE = new Answer.Silence("no answer in time");

    private final InstantSource clock;
    private final Map<String, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();
    private volatile Optional<QuestionChannel> channel = Optional.empty();

    @Inject
    JmsApplications(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Answer ask(Question question) {
        Optional<QuestionChannel> now = channel;
        if (now.isEmpty()) {
            return AWAY;
        }
        String name = UUID.randomUUID().toString();
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        waiting.put(name, answer);
        try {
            return answer(now.get(), question, name, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return LATE;
        } catch (JMSException | ExecutionException e) {
            return new Answer.Silence("it cannot be asked: " + e.getMessage());
        } finally {
            waiting.remove(name);
        }
    }

    private Answer answer(QuestionChannel way, Question question, String name, CompletableFuture<Answer> answer)
            throws JMSException, InterruptedException, ExecutionException {
        Duration within = question.rule().within();
        long begun = System.nanoTime();
        if (!way.send(question, name, clock.instant().plus(within), within)) {
            return LATE;
        }
        try {
            return answer.get(within.toNanos() - (System.nanoTime() - begun), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return LATE;
        }
    }

    /** From now on questions go this way. */
    void open(QuestionChannel way) {
        channel = Optional.of(way);
    }

    /** There is no way to the broker; whoever waits need wait no longer. */
    void close() {
        channel = Optional.empty();
        waiting.values().forEach(answer -> answer.complete(AWAY));
    }

    /** Gives an answer to whoever waits for it. */
    void answered(Message message) throws JMSException {
        String name = message.getJMSCorrelationID();
        CompletableFuture<Answer> answer = name == null ? null : waiting.get(name);
        if (answer != null) {
            answer.complete(read(message));
        }
    }

    private static Answer read(Message message) throws JMSException {
        if (message instanceof TextMessage text && text.getText() != null) {
            String words = text.getText();
            return Answer.of(words.substring(0, Math.min(words.length(), LONGEST)));
        }
        return new Answer.Silence("its answer is no TextMessage");
    }
}
