package org.postern.policy.question;

/** Whom questions reach. Safe for many threads, each of which waits for its own answer. */
@FunctionalInterface
public interface Applications {
    /**
     * {@return what the application says} Comes back about when the time that the rule allows is over, if not before; fails never, but says
     * {@link Answer.Silence} with the reason.
     */
    Answer ask(Question question);
}
