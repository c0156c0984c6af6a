package org.postern.content.learn;

import org.postern.content.ReadMessage;

import java.util.List;

/**
 * What was learnt, once and for all: weights of features, and what they mean. Holds no word of any message. 16 MB; safe for many threads. There is
 * no model until enough was taught: {@link Learning}.
 */
public final class Model {
    /** How many features an explanation names. */
    public static final int EXPLAINED = 10;

    private final Experience experience;
    private final Bands bands;
    private final float[] weights;

    Model(Experience experience, Bands bands, float[] weights) {
        this.experience = experience;
        this.bands = bands;
        this.weights = weights;
    }

    /** {@return what it has learnt from} */
    public Experience experience() {
        return experience;
    }

    /** {@return what it says of a message with these features} */
    public Judgement judge(FeatureSet features) {
        double score = Scores.score(weights, features);
        return new Judgement(probability(score), bands.of(score));
    }

    /** {@return the {@value #EXPLAINED} features of this message that weigh most, in falling order; made anew from the message} */
    public List<Contribution> explain(ReadMessage message) {
        Names names = new Names();
        MessageFeatures.find(message, names);
        return names.strongest(weights, EXPLAINED);
    }

    /** {@return octets to keep: for {@link #read}} */
    public byte[] toOctets() {
        return ModelFormat.write(experience, bands, weights);
    }

    /**
     * {@return what {@link #toOctets} wrote}
     *
     * @throws IllegalArgumentException when it is no model, or one of a format that is not known here
     */
    public static Model read(byte[] octets) {
        return ModelFormat.read(octets);
    }

    static double probability(double score) {
        return 1 / (1 + Math.exp(-score));
    }
}
