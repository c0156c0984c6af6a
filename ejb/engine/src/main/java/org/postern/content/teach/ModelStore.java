package org.postern.content.teach;

import org.postern.content.learn.LiveModel;
import org.postern.content.learn.Model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The models that were made, the same for all nodes; and how far learning has come. */
public interface ModelStore {
    /** How many versions are kept; the active one always. */
    int KEPT = 10;

    /**
     * How far learning has come.
     *
     * @param taught rises with each change of the samples
     * @param learnt what it was when the samples were learnt from last
     * @param active the number of the active version, or {@link LiveModel#NONE}
     * @param doubted the number of the version that waits for a person's word, or {@link LiveModel#NONE}
     */
    record State(long taught, long learnt, long active, long doubted) {
        boolean isBehind() {
            return taught != learnt;
        }
    }

    /**
     * A version, without the model.
     *
     * @param number rises from one to the next
     * @param made when
     * @param ham samples it has learnt from
     * @param spam samples it has learnt from
     * @param falsePositives of the tenth that was held back from it
     * @param area how likely it was, there, that a spam scored higher than a ham
     */
    record Line(long number, Instant made, int ham, int spam, int falsePositives, double area) {}

    State state();

    /** {@return the model of this version, if it is still kept} */
    Optional<Model> read(long number);

    /** {@return those that are kept, the newest first} */
    List<Line> list();

    /**
     * {@return whether this node, and no other, may learn now}
     *
     * @param node its name
     * @param most until another node may, if this one is never heard of again
     */
    boolean claim(String node, Instant now, Duration most);

    /** Lets others learn. */
    void release(String node, Instant now);

    /**
     * Keeps a new model, and forgets the oldest beyond {@value #KEPT}.
     *
     * @param taught the state of the samples that it was made of
     * @param active whether mail is judged by it from now on; otherwise it waits for a person's word
     */
    void publish(Model model, Instant made, long taught, boolean active);

    /**
     * Nothing can be said of mail any more: too few samples are there.
     *
     * @param taught their state
     */
    void nothing(long taught);

    /** {@return whether there is such a version; mail is judged by it from now on} */
    boolean use(long number);
}
