package org.postern.admin.parked;

import org.postern.sentence.Sentence;

/** How far an operation has come, as whoever works it off tells. */
public interface Progress {
    /** So many messages it is about. */
    void isAbout(long messages);

    /** It was done to so many, of these that have had their turn. */
    void did(int messages, int ofThese);

    /** It could not be done to one. */
    void failed(Sentence why);

    /** Something went wrong, which may pass. */
    void stumbled(Sentence why);

    /** {@return whether it is to end after what is just having its turn} */
    boolean isCancelled();

    /** Waits; {@return whether it was cancelled meanwhile} */
    boolean isCancelledWithin(long millis) throws InterruptedException;
}
