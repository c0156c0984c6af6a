package org.postern.content.learn;

import java.util.Arrays;

/**
 * Where the bands of a model begin and end, in logits; each is at least the one before.
 *
 * @param surelyHam the highest of {@link Band#SURELY_HAM}
 * @param ham the highest of {@link Band#HAM}
 * @param doubtful above it is {@link Band#DOUBTFUL}
 * @param spam above it is {@link Band#SPAM}
 * @param surelySpam above it is {@link Band#SURELY_SPAM}
 */
record Bands(double surelyHam, double ham, double doubtful, double spam, double surelySpam) {
    private static final double SURELY_MISSED = 0.002;
    private static final double MISSED = 0.01;
    private static final double DOUBTED = 0.01;
    private static final double WRONGED = 0.0035;
    private static final double SURELY_WRONGED = 0.001;

    /** {@return bands by the scores of samples that were not learnt from} */
    static Bands of(Scores scores) {
        double spam = scores.aboveHam(WRONGED);
        double doubtful = Math.min(scores.aboveHam(DOUBTED), spam);
        double ham = Math.min(scores.belowSpam(MISSED), doubtful);
        return new Bands(Math.min(scores.belowSpam(SURELY_MISSED), ham), ham, doubtful, spam,
                Math.max(scores.aboveHam(SURELY_WRONGED), spam));
    }

    Band of(double score) {
        if (score > doubtful) {
            return score > surelySpam ? Band.SURELY_SPAM : score > spam ? Band.SPAM : Band.DOUBTFUL;
        }
        return score <= surelyHam ? Band.SURELY_HAM : score <= ham ? Band.HAM : Band.UNSURE;
    }

    double[] toArray() {
        return new double[]{surelyHam, ham, doubtful, spam, surelySpam};
    }

    static Bands of(double... limits) {
        double[] sorted = limits.clone();
        Arrays.sort(sorted);
        if (limits.length != 5 || !Arrays.equals(sorted, limits) || !Arrays.stream(limits).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("no bands: " + Arrays.toString(limits));
        }
        return new Bands(limits[0], limits[1], limits[2], limits[3], limits[4]);
    }
}
