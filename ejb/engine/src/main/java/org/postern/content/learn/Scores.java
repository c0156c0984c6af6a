package org.postern.content.learn;

import java.util.Arrays;
import java.util.List;

/** The scores, in logits, of samples that a model has not learnt from; ham and spam apart, rising. */
final class Scores {
    private final double[] ham;
    private final double[] spam;

    Scores(double[] ham, double[] spam) {
        this.ham = ham.clone();
        this.spam = spam.clone();
        Arrays.sort(this.ham);
        Arrays.sort(this.spam);
    }

    static Scores of(float[] weights, List<Sample> samples) {
        return new Scores(scores(weights, samples, Label.HAM), scores(weights, samples, Label.SPAM));
    }

    private static double[] scores(float[] weights, List<Sample> samples, Label label) {
        return samples.stream()
                .filter(sample -> sample.label() == label)
                .mapToDouble(sample -> score(weights, sample.features()))
                .toArray();
    }

    static double score(float[] weights, FeatureSet features) {
        double sum = 0;
        for (int slot : features.slots()) {
            sum += weights[slot];
        }
        return sum / Math.sqrt(Math.max(features.size(), 1));
    }

    static Scores join(List<Scores> all) {
        return new Scores(all.stream().flatMapToDouble(one -> Arrays.stream(one.ham)).toArray(),
                all.stream().flatMapToDouble(one -> Arrays.stream(one.spam)).toArray());
    }

    /**
     * {@return the lowest score that no more than this part of the ham exceeds; there is some} Where so small a part is less than one sample, it is guessed from the
     * highest: e times rarer for each logit.
     */
    double aboveHam(double part) {
        double allowed = part * ham.length;
        return allowed >= 1 ? ham[ham.length - 1 - (int) allowed] : ham[ham.length - 1] - Math.log(allowed);
    }

    /** {@return the highest score that no more than this part of the spam is at or below} */
    double belowSpam(double part) {
        double allowed = part * spam.length;
        return allowed >= 1 ? Math.nextDown(spam[(int) allowed]) : Math.nextDown(spam[0]) + Math.log(allowed);
    }

    int hamAbove(double limit) {
        return (int) Arrays.stream(ham).filter(score -> score > limit).count();
    }

    /** {@return how likely it is that a spam scores higher than a ham: the area under the receiver's curve; 1 where there is none of one kind} */
    double area() {
        double pairs = 0;
        int lower = 0;
        int notHigher = 0;
        for (double score : spam) {
            while (lower < ham.length && ham[lower] < score) {
                lower++;
            }
            notHigher = Math.max(notHigher, lower);
            while (notHigher < ham.length && ham[notHigher] <= score) {
                notHigher++;
            }
            pairs += (lower + notHigher) / 2.0;
        }
        return ham.length == 0 || spam.length == 0 ? 1 : pairs / ((double) ham.length * spam.length);
    }
}
