package org.postern.policy.question;

import org.postern.config.rule.QuestionRule;
import org.postern.dns.Memory;
import org.postern.mail.ReversePath;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;

/** One application by one rule: who may wait for it, and what it has said. */
final class AskedApplication {
    private static final int MOST_REMEMBERED = 10_000;
    private static final Answer CROWDED = new Answer.Silence("as many sessions wait for it as may");

    /** What an answer at RCPT is about. */
    private record Subject(String recipient, ReversePath from) {}

    private final QuestionRule rule;
    private final Applications applications;
    private final Semaphore places;
    private final Memory<Subject, Answer> said;

    AskedApplication(QuestionRule rule, Applications applications, InstantSource clock) {
        this.rule = rule;
        this.applications = applications;
        places = new Semaphore(rule.waiting());
        said = new Memory<>(clock, this::lasts, MOST_REMEMBERED);
    }

    QuestionRule rule() {
        return rule;
    }

    /** {@return what it has said of this recipient of this sender, not long ago or now} */
    Answer aboutRecipient(Question question) {
        String recipient = question.envelope().recipients().getFirst().mailbox().toString();
        return said.get(new Subject(recipient, question.envelope().reversePath()), subject -> ask(question));
    }

    /** {@return what it says now} */
    Answer ask(Question question) {
        if (!places.tryAcquire()) {
            return CROWDED;
        }
        try {
            return applications.ask(question);
        } finally {
            places.release();
        }
    }

    private Duration lasts(Answer answer) {
        return switch (answer) {
            case Answer.Accept accept -> rule.remembered();
            case Answer.Reject reject -> rule.remembered();
            case Answer.Defer defer -> Duration.ZERO;
            case Answer.Silence silence -> Duration.ZERO;
        };
    }
}
