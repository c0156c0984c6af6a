package org.postern.sentence;

/** An exception whose message is a sentence. */
public interface Speaking {
    /** {@return what is wrong, of which the message is the English} */
    Sentence sentence();
}
