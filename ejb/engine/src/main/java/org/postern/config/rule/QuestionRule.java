package org.postern.config.rule;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * An application that is asked before mail is taken.
 *
 * @param recipients about whom, and about whose mail
 * @param step when
 * @param application the rest of the name of its queue, behind {@value #PREFIX}; letters, digits, {@code -}, {@code .} and {@code _}, at most 100
 * @param within how long it may take to answer, at most {@link #LONGEST}
 * @param remembered how long its answer about a recipient counts; zero for not at all
 * @param waiting how many sessions may wait for it at the same time, 1 to {@value #MOST_WAITING}
 */
public record QuestionRule(RecipientPattern recipients, Step step, String application, Duration within,
        Duration remembered, int waiting) {
    /** Questions lie in queues of their own: no mail comes between them, and what nobody reads is dropped instead of kept. */
    public static final String PREFIX = "questions.";
    /** A client has lost its patience with RCPT and DATA minutes later (RFC 5321, 4.5.3.2), and the gateway's own places are few. */
    public static final Duration LONGEST = Duration.ofSeconds(30);
    /** An answer is not for ever: whoever gives it changes. */
    public static final Duration LONGEST_REMEMBERED = Duration.ofDays(1);
    /** More than sessions there may be. */
    public static final int MOST_WAITING = 100_000;
    private static final Pattern NAME = Pattern.compile("[-A-Za-z0-9._]{1,100}");

    /** When an application is asked. */
    public enum Step {
        /** Whether a recipient is one. */
        RCPT,
        /** Whether a message may pass. */
        DATA
    }

    public QuestionRule {
        if (!NAME.matcher(application).matches()) {
            throw new IllegalArgumentException(
                    "an application has 1 to 100 letters, digits, -, . and _: " + application);
        }
        if (!within.isPositive() || within.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "an answer has at most " + LONGEST.toSeconds() + " s, and more than none");
        }
        if (remembered.isNegative() || remembered.compareTo(LONGEST_REMEMBERED) > 0) {
            throw new IllegalArgumentException("an answer is remembered for at most a day");
        }
        if (waiting < 1 || waiting > MOST_WAITING) {
            throw new IllegalArgumentException("1 to " + MOST_WAITING + " sessions may wait: " + waiting);
        }
    }

    /** {@return the name of the queue in which it is asked} */
    public String queue() {
        return PREFIX + application;
    }
}
