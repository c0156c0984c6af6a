package org.postern.content.learn;

/** How sure a model is of a message, by what it made of samples that it had not seen; with the weight of its symbol: never enough to refuse or to allow alone. */
public enum Band {
    /** Of 500 spam samples one at most was here. */
    SURELY_HAM(-2),
    /** Of 100 spam samples one at most was here or lower. */
    HAM(-1),
    /** Nothing to say. */
    UNSURE(0),
    /** Of 100 ham samples one at most was here or higher. */
    DOUBTFUL(1.5),
    /** Of 1,000 ham samples three at most were here or higher: from here on a message is called spam. */
    SPAM(3),
    /** Of 1,000 ham samples one at most was here. */
    SURELY_SPAM(4);

    private final double weight;

    Band(double weight) {
        this.weight = weight;
    }

    /** {@return the weight of its symbol; positive speaks against the mail} */
    public double weight() {
        return weight;
    }

    /** {@return whether a message in it is called spam} */
    public boolean isSpam() {
        return compareTo(SPAM) >= 0;
    }
}
