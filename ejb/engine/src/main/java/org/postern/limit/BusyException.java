package org.postern.limit;

import org.postern.sentence.Sentence;
import org.postern.sentence.Speaking;

/** So many have it at this moment that somebody who came was sent away. Nothing was done; the message says in a sentence to try again. */
public class BusyException extends RuntimeException implements Speaking {
    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    public BusyException(Sentence sentence) {
        super(sentence.toString());
        this.sentence = sentence;
    }

    @Override
    public Sentence sentence() {
        return sentence;
    }
}
