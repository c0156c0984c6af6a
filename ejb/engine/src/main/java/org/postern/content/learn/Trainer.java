package org.postern.content.learn;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Logistic regression on binary features, by AdaGrad: each feature of a message counts 1/sqrt(n), weights stay within {@value #LARGEST}, what is
 * told apart well already teaches nothing, and an error on ham counts {@value #HAM_COUNTS} times. The same samples in the same order give the same
 * weights. Takes 32 MB while it runs.
 */
final class Trainer {
    private static final float RATE = 0.5f;
    private static final int PASSES = 3;
    private static final double WELL_ENOUGH = 0.05;
    private static final int HAM_COUNTS = 4;
    private static final float LARGEST = 3;
    private static final long SEED = 22;

    /** For each slot its weight, and behind it the sum of the squares of its gradients: both are touched together. */
    private final float[] state = new float[2 * Feature.SLOTS];
    private final List<Sample> samples;
    private int[] slots = new int[4096];

    private Trainer(List<Sample> samples) {
        this.samples = samples;
    }

    /** {@return weights by slot} */
    static float[] train(List<Sample> samples) {
        return new Trainer(samples).weights();
    }

    private float[] weights() {
        int[] order = new int[samples.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        SplittableRandom random = new SplittableRandom(SEED);
        for (int pass = 0; pass < PASSES; pass++) {
            shuffle(order, random);
            for (int index : order) {
                learn(samples.get(index));
            }
        }
        float[] weights = new float[Feature.SLOTS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = state[2 * i];
        }
        return weights;
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    private void learn(Sample sample) {
        int size = sample.features().size();
        if (size > slots.length) {
            slots = new int[size];
        }
        sample.features().readInto(slots);
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += state[2 * slots[i]];
        }
        double value = 1 / Math.sqrt(Math.max(size, 1));
        double error = Model.probability(sum * value) - (sample.isSpam() ? 1 : 0);
        if (Math.abs(error) >= WELL_ENOUGH) {
            update(size, (float) (error * value * (sample.isSpam() ? 1 : HAM_COUNTS)));
        }
    }

    private void update(int size, float gradient) {
        float square = gradient * gradient;
        float step = RATE * gradient;
        for (int i = 0; i < size; i++) {
            int at = 2 * slots[i];
            float squares = state[at + 1] + square;
            float weight = state[at] - step / (float) Math.sqrt(squares);
            state[at + 1] = squares;
            state[at] = Math.max(-LARGEST, Math.min(LARGEST, weight));
        }
    }
}
