package org.postern.content.learn;

/**
 * What a model made of the tenth of the samples that was held back from it.
 *
 * @param falsePositives ham that was called spam
 * @param area how likely it was that a spam scored higher than a ham, 0 to 1
 */
public record Trial(int falsePositives, double area) {
    private static final int MORE_FALSE_POSITIVES = 1;
    private static final double LESS_AREA = 0.002;

    /** {@return whether a model that did so may take the place of one that did as the other trial says} */
    boolean isNoWorseThan(Trial other) {
        return falsePositives <= other.falsePositives + MORE_FALSE_POSITIVES && area >= other.area - LESS_AREA;
    }
}
