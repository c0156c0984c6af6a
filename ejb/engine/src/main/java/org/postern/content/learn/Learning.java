package org.postern.content.learn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Makes a model of all samples that there are. A model is the mean of five, of which each has learnt from four fifths of the samples; what each makes of
 * the fifth that was held back from it gives the bands, and half of the first such fifth, always the same by the samples' keys, is the trial that decides
 * whether the new model may take the place of the active one. The same samples give the same model. Takes up to 200 MB beside the samples while it runs.
 */
public final class Learning {
    /** Samples of ham, and of spam, without which there is no model; near-duplicates count once. */
    public static final int LEAST = 100;
    private static final int FOLDS = 5;
    private static final int TENTH = 10;

    private final SideBySide sideBySide;

    /** @param sideBySide for the five */
    public Learning(SideBySide sideBySide) {
        this.sideBySide = sideBySide;
    }

    /** One of the five, and the samples that were held back from it. */
    private static final class Fold {
        private final float[] weights;
        private final List<Sample> held;

        Fold(List<Sample> all, int number) {
            weights = Trainer.train(all.stream().filter(sample -> place(sample) % FOLDS != number).toList());
            held = all.stream().filter(sample -> place(sample) % FOLDS == number).toList();
        }

        Scores scores(Predicate<Sample> wanted) {
            return Scores.of(weights, held.stream().filter(wanted).toList());
        }
    }

    /**
     * {@return what came of it}
     *
     * @param active the model that is in use, if there is one
     */
    public Lesson learn(Samples samples, Optional<Model> active) {
        List<Sample> all = NearDuplicates.leaveOut(samples.latest());
        all.sort(Comparator.comparingInt(Learning::place).thenComparing(Sample::key));
        int spam = (int) all.stream().filter(Sample::isSpam).count();
        int ham = all.size() - spam;
        if (ham < LEAST || spam < LEAST) {
            return new Lesson.TooFew(ham, spam);
        }
        List<Supplier<Fold>> works = new ArrayList<>();
        for (int i = 0; i < FOLDS; i++) {
            int number = i;
            works.add(() -> new Fold(all, number));
        }
        List<Fold> folds = sideBySide.all(works);
        Bands bands = Bands.of(Scores.join(folds.stream().map(fold -> fold.scores(_ -> true)).toList()));
        Instant last = all.stream().map(Sample::taught).max(Comparator.naturalOrder()).orElseThrow();
        Trial trial = trial(folds.getFirst(), bands, last);
        Model model = new Model(new Experience(ham, spam, last, trial), bands, mean(folds));
        return active.map(Model::experience)
                .map(before -> compared(model, before.trial(), trial(folds.getFirst(), bands, before.last())))
                .orElseGet(() -> new Lesson.Better(model));
    }

    private static Lesson compared(Model model, Trial before, Trial now) {
        return now.isNoWorseThan(before) ? new Lesson.Better(model) : new Lesson.Doubtful(model, before, now);
    }

    /** {@return what became of the tenth, as far as it was known then: what is newer has no say in whether it does harm} */
    private static Trial trial(Fold fold, Bands bands, Instant then) {
        Scores scores = fold
                .scores(sample -> place(sample) % TENTH == 0 && sample.taught().toEpochMilli() <= then.toEpochMilli());
        return new Trial(scores.hamAbove(bands.spam()), scores.area());
    }

    /** {@return the mean, with no more digits than are kept} */
    private static float[] mean(List<Fold> folds) {
        float[] mean = new float[Feature.SLOTS];
        for (int slot = 0; slot < mean.length; slot++) {
            float sum = 0;
            for (Fold fold : folds) {
                sum += fold.weights[slot];
            }
            mean[slot] = Float.float16ToFloat(Float.floatToFloat16(sum / FOLDS));
        }
        return mean;
    }

    /** {@return a number that a sample always has, by its key} */
    private static int place(Sample sample) {
        return Feature.slot(Feature.begin(sample.key()));
    }
}
