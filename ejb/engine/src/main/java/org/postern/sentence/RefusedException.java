package org.postern.sentence;

/** What was asked for cannot be done, or makes no sense. Nothing was done; the sentence says what is wrong. */
public class RefusedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    public RefusedException(Sentence sentence) {
        super(sentence.toString());
        this.sentence = sentence;
    }

    public Sentence sentence() {
        return sentence;
    }
}
