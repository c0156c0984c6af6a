package org.postern.web.api;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.WebApplicationException;
import org.postern.admin.access.NotAllowedException;
import org.postern.limit.BusyException;
import org.postern.queue.QueueUnavailableException;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells every fault as a problem, and of the inside of the gateway nothing. */
@Provider
public class Problems implements ExceptionMapper<Throwable> {
    private static final int RETRY_SECONDS = 10;
    private static final int FIRST_OF_FAULTS = 400;
    private static final int MOST_CAUSES = 50;

    @Context
    private UriInfo uri;
    @Context
    private Request request;

    @Override
    public Response toResponse(Throwable thrown) {
        return switch (told(thrown).orElse(thrown)) {
            case ProblemException told -> answer(told);
            case NotAllowedException refused ->
                answer(ProblemException.of(ProblemKind.NOT_ALLOWED, "This token's role may not do it."));
            case BusyException busy ->
                answer(ProblemException.later(ProblemKind.TOO_MANY, String.valueOf(busy.getMessage()), 1));
            case WebApplicationException standard -> ofStandard(standard);
            default -> answer(ofUnknown(thrown));
        };
    }

    /** {@return the fault of our own that it is about, whatever is put around it on its way} */
    private static Optional<Throwable> told(Throwable thrown) {
        return causes(thrown).filter(cause -> cause instanceof ProblemException || cause instanceof NotAllowedException
                || cause instanceof BusyException)
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(Optional.of(thrown), Optional::isPresent, cause -> cause.map(Throwable::getCause))
                .flatMap(Optional::stream)
                .limit(MOST_CAUSES);
    }

    /** {@return what is told of a fault that nobody has foreseen} */
    private ProblemException ofUnknown(Throwable thrown) {
        if (isStoreAway(thrown)) {
            return ProblemException.later(ProblemKind.UNAVAILABLE, "Ask again; what was asked for may not be done.",
                    RETRY_SECONDS);
        }
        ApiLog.LOG.failed(request.getMethod(), "/" + uri.getPath(), thrown);
        return ProblemException.of(ProblemKind.UNEXPECTED, "The log of the gateway says why.");
    }

    static boolean isStoreAway(Throwable thrown) {
        return causes(thrown)
                .anyMatch(cause -> cause instanceof SQLException || cause instanceof QueueUnavailableException);
    }

    private static Response ofStandard(WebApplicationException thrown) {
        Response standard = thrown.getResponse();
        if (standard.getStatus() < FIRST_OF_FAULTS) {
            return standard;
        }
        ProblemKind kind = kind(standard.getStatus());
        Response.ResponseBuilder builder = builder(Problem.of(kind, "", List.of()));
        Optional.ofNullable(standard.getHeaderString(HttpHeaders.ALLOW))
                .ifPresent(allowed -> builder.header(HttpHeaders.ALLOW, allowed));
        return builder.build();
    }

    private static ProblemKind kind(int status) {
        return Stream.of(ProblemKind.values())
                .filter(kind -> kind.status() == status)
                .findFirst()
                .orElse(status < ProblemKind.UNEXPECTED.status() ? ProblemKind.NOT_VALID : ProblemKind.UNEXPECTED);
    }

    static Response answer(ProblemException told) {
        Response.ResponseBuilder builder = builder(told.problem());
        if (told.retrySeconds() > 0) {
            builder.header(HttpHeaders.RETRY_AFTER, told.retrySeconds());
        }
        return builder.build();
    }

    private static Response.ResponseBuilder builder(Problem problem) {
        return Response.status(problem.status()).entity(problem).type(Problem.JSON);
    }
}
