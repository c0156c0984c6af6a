package org.postern.sentence;

/** What was asked for cannot be done, or makes no sense. Nothing was done; the sentence says what is wrong. */
public class RefusedException extends IllegalArgumentException implements Speaking {
    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    public RefusedException(Sentence sentence) {
        super(sentence.toString());
        this.sentence = sentence;
    }

    /** {@return what is wrong, as a sentence} What other exceptions say, they say in English. */
    public static Sentence sentenceOf(Exception wrong) {
        return wrong instanceof Speaking speaking
                ? speaking.sentence()
                : Sentence.asItIs(String.valueOf(wrong.getMessage()));
    }

    @Override
    public Sentence sentence() {
        return sentence;
    }
}
