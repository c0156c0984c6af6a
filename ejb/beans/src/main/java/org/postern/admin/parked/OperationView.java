package org.postern.admin.parked;

import org.postern.sentence.Sentence;

import java.time.Instant;
import java.util.Optional;

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
    public String summary() {
        String many = act + ": " + done + (done < total ? " of " + total : "") + ".";
        String more = (passed > 0 ? " " + passed + " were no longer parked." : "")
                + (failed > 0 ? " It could not be done to " + failed + "." : "")
                + fault.map(why -> " " + why + ".").orElse("");
        return switch (state) {
            case CANCELLED -> "Cancelled. " + many + more;
            case BROKEN -> "It went no further; begin it again to go on with the rest. " + many + more;
            default -> many + more;
        };
    }
}
