package org.postern.queue;

import org.postern.sentence.Sentence;
import org.postern.sentence.Speaking;

/** The queues cannot take mail now; nothing of the posting was kept. Always temporary. */
public class QueueUnavailableException extends Exception implements Speaking {
    private static final long serialVersionUID = 1L;

    /** Whether the store is full, as opposed to gone: 452 rather than 451. */
    private final boolean full;
    private final transient Sentence sentence;

    public QueueUnavailableException(Sentence sentence, boolean full, Throwable cause) {
        super(sentence.toString(), cause);
        this.full = full;
        this.sentence = sentence;
    }

    /** @param others what somebody else says of it */
    public QueueUnavailableException(String others, boolean full, Throwable cause) {
        this(Sentence.asItIs(others), full, cause);
    }

    @Override
    public Sentence sentence() {
        return sentence;
    }

    public boolean isFull() {
        return full;
    }
}
