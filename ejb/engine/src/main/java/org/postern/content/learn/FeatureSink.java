package org.postern.content.learn;

/** Takes the features of one message as they are found; the same one may come any number of times. */
interface FeatureSink {
    /** Takes a feature whose name is that of the tag and these characters. */
    void add(Tag tag, CharSequence text, int from, int to);

    /** {@return whether it wants no more} */
    boolean isFull();

    default void add(Tag tag, CharSequence text) {
        add(tag, text, 0, text.length());
    }
}
