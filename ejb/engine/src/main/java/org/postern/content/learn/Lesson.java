package org.postern.content.learn;

/** What came of learning. */
public sealed interface Lesson {
    /**
     * Not enough is there to learn from: the classifier stays off.
     *
     * @param ham samples, near-duplicates counted once
     * @param spam samples, near-duplicates counted once
     */
    record TooFew(int ham, int spam) implements Lesson {}

    /**
     * A model that may become active at once.
     *
     * @param model new
     */
    record Better(Model model) implements Lesson {}

    /**
     * A model that does worse than the active one on what that knew already. It must not become active unless a person says so.
     *
     * @param model new
     * @param before what the active one made of the held-back tenth
     * @param now what the new one made of the same
     */
    record Doubtful(Model model, Trial before, Trial now) implements Lesson {}
}
