package org.postern.content.teach;

import org.postern.content.learn.Learning;
import org.postern.content.learn.Lesson;
import org.postern.content.learn.LiveModel;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What one node does about the classifier from time to time: it picks up the version that is active, and where samples have changed and no other
 * node is about it, makes a new one. For one thread at a time.
 */
public final class LearningTurn {
    /** Longer than learning ever takes. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final SampleStore samples;
    private final ModelStore models;
    private final Learning learning;
    private final LiveModel live;
    private final InstantSource clock;
    private final String node;
    private final BooleanSupplier room;

    /**
     * For one node.
     *
     * @param node the name of this one, which no other has
     * @param room whether there is memory to learn
     */
    public LearningTurn(SampleStore samples, ModelStore models, Learning learning, LiveModel live, InstantSource clock,
            String node, BooleanSupplier room) {
        this.samples = samples;
        this.models = models;
        this.learning = learning;
        this.live = live;
        this.clock = clock;
        this.node = node;
        this.room = room;
    }

    /** Takes the turn. What it throws changes nothing: mail is judged as before. */
    public void take() {
        ModelStore.State state = models.state();
        pickUp(state);
        if (state.isBehind() && !room.getAsBoolean()) {
            throw new IllegalStateException("the heap is too small to learn in");
        }
        if (state.isBehind() && models.claim(node, clock.instant(), LEASE)) {
            try {
                learn();
            } finally {
                models.release(node, clock.instant());
            }
            pickUp(models.state());
        }
    }

    private void pickUp(ModelStore.State state) {
        Optional<LiveModel.Version> version = state.active() == live.number()
                ? live.active()
                : models.read(state.active()).map(model -> new LiveModel.Version(state.active(), model));
        live.now(version, state.doubted());
    }

    /** The state is read first: what is taught meanwhile is learnt next time. */
    private void learn() {
        ModelStore.State state = models.state();
        if (!state.isBehind()) {
            return;
        }
        pickUp(state);
        switch (learning.learn(samples, live.active().map(LiveModel.Version::model))) {
            case Lesson.TooFew few -> models.nothing(state.taught());
            case Lesson.Better better -> models.publish(better.model(), clock.instant(), state.taught(), true);
            case Lesson.Doubtful doubtful ->
                models.publish(doubtful.model(), clock.instant(), state.taught(), false);
        }
    }
}
