package org.postern.web.api.mail;

import org.postern.admin.parked.OperationView;
import org.postern.sentence.Sentence;
import org.postern.web.api.ProblemException;
import org.postern.web.api.ProblemKind;

import java.time.Instant;
import java.util.Optional;

/**
 * How far an operation has come.
 *
 * @param act in a few words
 * @param total messages it is about; 0 while they are being counted
 * @param done messages it was done to
 * @param passed messages that no longer waited when their turn came
 * @param failed messages it could not be done to
 * @param fault what went wrong last; empty if nothing did
 */
public record OperationLine(String id, String act, String by, Instant begun, Optional<Instant> ended,
        OperationView.State state, long total, long done, long passed, long failed, String fault) {
    private static final int RETRY_SECONDS = 10;

    static OperationLine of(OperationView view) {
        return new OperationLine(view.id(), view.act().toString(), view.by(), view.begun(), view.ended(), view.state(),
                view.total(), view.done(), view.passed(), view.failed(),
                view.fault().map(Sentence::toString).orElse(""));
    }

    /** {@return the operation, unless too many go on} */
    static OperationLine begun(Optional<OperationView> view) {
        return of(view.orElseThrow(() -> ProblemException.later(ProblemKind.TOO_MANY,
                "Too many operations are going on; wait for one, or cancel one.", RETRY_SECONDS)));
    }
}
