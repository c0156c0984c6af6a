package org.postern.content.teach;

import org.postern.content.learn.Label;
import org.postern.content.learn.Sample;
import org.postern.content.learn.Samples;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The samples, the same for all nodes. Each change makes it worth learning anew. */
public interface SampleStore extends Samples {
    /** The most octets that the features of a sample may have to be kept. */
    int MOST_OCTETS = 65_536;

    /**
     * Keeps a sample, in place of an earlier one of its key.
     *
     * @param by the name of who taught it
     * @param imported whether it came from a collection, which no limit counts
     */
    void put(Sample sample, String by, boolean imported);

    /** {@return whether there was such a sample, which is forgotten now} */
    boolean forget(String key);

    /** {@return how many samples this person had taught, which are forgotten now} */
    int forgetAllOf(String by);

    /** {@return how many samples this person has taught from then on, without those imported} */
    long countOf(String by, Instant from);

    /** {@return how many samples there are of each label; none of a label that is missing} */
    Map<Label, Long> counts();

    /** {@return who has taught how many of the samples, the most first; a hundred people at most} */
    List<Teacher> teachers();

    /**
     * Who taught.
     *
     * @param name of the person
     * @param samples that are kept of him
     */
    record Teacher(String name, long samples) {}
}
