package org.postern.web.api.trust;

import org.postern.admin.learn.LearningView;
import org.postern.content.teach.ModelStore;
import org.postern.content.teach.SampleStore;

import java.time.Instant;
import java.util.List;

/**
 * How far the classifier has come.
 *
 * @param ham samples of it
 * @param spam samples of it
 * @param learnt whether all that was taught is learnt
 * @param here the version that this node judges by, or 0
 * @param enough whether enough was taught to judge by
 * @param versions the newest first
 */
public record ClassifierState(long ham, long spam, List<Teacher> teachers, boolean learnt, long here, boolean enough,
        List<Version> versions) {
    /** Who taught how much. */
    public record Teacher(String name, long samples) {
        static Teacher of(SampleStore.Teacher one) {
            return new Teacher(one.name(), one.samples());
        }
    }

    /**
     * What was learnt at one time.
     *
     * @param standing whether it counts, waits for a person's word, or neither
     * @param area how likely it was that a spam scored higher than a ham, from 0 to 1
     */
    public record Version(long number, Standing standing, Instant made, long ham, long spam, long falsePositives,
            double area) {}

    /** What is thought of a version. */
    public enum Standing {
        /** Mail is judged by it. */
        ACTIVE,
        /** It looks worse than the one before; a person has to say that it counts. */
        DOUBTED,
        /** It is kept. */
        KEPT
    }

    static ClassifierState of(LearningView view) {
        ModelStore.State state = view.state();
        return new ClassifierState(view.ham(), view.spam(), view.teachers().stream().map(Teacher::of).toList(),
                state.learnt() == state.taught(), view.here(), !view.isTooFew(),
                view.versions().stream().map(line -> version(line, state)).toList());
    }

    private static Version version(ModelStore.Line line, ModelStore.State state) {
        Standing standing = line.number() == state.active()
                ? Standing.ACTIVE
                : line.number() == state.doubted() ? Standing.DOUBTED : Standing.KEPT;
        return new Version(line.number(), standing, line.made(), line.ham(), line.spam(), line.falsePositives(),
                line.area());
    }
}
