package org.postern.web.api;

import java.util.List;
import java.util.Optional;

/** Ends a request with a problem; nothing was done. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final int retrySeconds;

    private ProblemException(Problem problem, int retrySeconds) {
        super(problem.detail());
        this.problem = problem;
        this.retrySeconds = retrySeconds;
    }

    /** {@return a problem of this kind} */
    public static ProblemException of(ProblemKind kind, String detail) {
        return new ProblemException(Problem.of(kind, detail, List.of()), 0);
    }

    /** {@return what is wrong with one field of the body, or one parameter} */
    public static ProblemException ofField(String field, String detail) {
        return new ProblemException(Problem.of(ProblemKind.NOT_VALID, field + ": " + detail,
                List.of(new Problem.FieldError(field, detail))), 0);
    }

    /** {@return one that is over after some time} */
    public static ProblemException later(ProblemKind kind, String detail, int seconds) {
        return new ProblemException(Problem.of(kind, detail, List.of()), seconds);
    }

    Problem problem() {
        return problem;
    }

    /** {@return after how many seconds it is worth asking again; 0 where that is not known} */
    int retrySeconds() {
        return retrySeconds;
    }

    /** Throws that it cannot be done, if somebody says so. */
    public static void onFault(Optional<?> fault) {
        fault.ifPresent(words -> {
            throw of(ProblemKind.CONFLICT, words.toString());
        });
    }

    /** {@return what there is} */
    public static <T> T orNotFound(Optional<T> thing) {
        return thing.orElseThrow(() -> of(ProblemKind.NOT_FOUND, ""));
    }
}
