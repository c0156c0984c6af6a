package org.postern.admin.parked;

import org.postern.sentence.Sentence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far an operation on parked mail has come.
 *
 * @param id names it, on this node, until a hundred others have ended
 * @param act in a few words
 * @param by who began it
 * @param begun when
 * @param ended when it ended; empty while it goes on
 * @param state how it stands
 * @param total messages it is about; 0 while they are being counted
 * @param done messages it was done to
 * @param passed messages that were no longer parked, or are just on their way, when their turn came
 * @param failed messages it could not be done to
 * @param fault what went wrong last; empty if nothing did
 */
public record OperationView(String id, Sentence act, String by, Instant begun, Optional<Instant> ended, State state,
        long total, long done, long passed, long failed, Optional<Sentence> fault) {
    private static final Sentence.Form FULL_STOP = Sentence.form("", "{0}.");
    private static final Sentence.Form X_OF_X = Sentence.form("auditOperationXOfX", "{0} of {1}");
    private static final Sentence.Form PASSED = Sentence.form("auditOperationXPassed", "{0} were no longer parked");
    private static final Sentence.Form FAILED = Sentence.form("auditOperationNotDoneToX",
            "It could not be done to {0}");
    private static final Sentence WAS_CANCELLED = Sentence.form("auditOperationCancelled", "Cancelled").with();
    private static final Sentence WENT_NO_FURTHER = Sentence
            .form("auditOperationWentNoFurther", "It went no further; begin it again to go on with the rest")
            .with();

    /** How an operation stands. */
    public enum State {
        /** It goes on. */
        RUNNING,
        /** All have had their turn. */
        DONE,
        /** A person has ended it; what was done stays done. */
        CANCELLED,
        /** It could not go on; beginning it again goes on with the rest. */
        BROKEN
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    /** {@return how many have had their turn} */
    public long turns() {
        return done + passed + failed;
    }

    /** {@return what came of it, as a sentence or two} */
    public Sentence summary() {
        Sentence many = done < total
                ? X_OF_X.with(Long.toString(done), Long.toString(total))
                : Sentence.asItIs(Long.toString(done));
        Stream<Sentence> first = switch (state) {
            case CANCELLED -> Stream.of(WAS_CANCELLED);
            case BROKEN -> Stream.of(WENT_NO_FURTHER);
            case RUNNING, DONE -> Stream.of();
        };
        return FULL_STOP.with(Sentence.joined(". ", Stream.of(first,
                Stream.of(Sentence.joined(": ", List.of(act, many))),
                Stream.of(PASSED.with(Long.toString(passed))).filter(any -> passed > 0),
                Stream.of(FAILED.with(Long.toString(failed))).filter(any -> failed > 0),
                fault.stream()).flatMap(part -> part).toList()));
    }
}
