package org.postern.web.api;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.Priorities;
import org.postern.admin.access.Caller;
import org.postern.admin.programs.KeptAnswer;
import org.postern.admin.programs.KeptAnswers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What is asked with the same {@value #KEY} again is answered as before, and not done again. */
@Provider
@Priority(Priorities.USER + 100)
public class Once implements ContainerRequestFilter, ContainerResponseFilter {
    /** The header field; 16 to 100 visible characters that a program makes up for each act. */
    public static final String KEY = "Idempotency-Key";
    private static final String ASKED = Once.class.getName();
    private static final Set<String> LOOKS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String AGAIN = "Idempotency-Replayed";

    @Inject
    private KeptAnswers answers;
    @Inject
    private InstantSource clock;
    @Context
    private ResourceInfo resource;
    private Optional<Repeats> repeats = Optional.empty();

    @PostConstruct
    void begin() {
        repeats = Optional.of(new Repeats(answers, clock));
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        Optional<String> key = Optional.ofNullable(request.getHeaderString(KEY));
        if (key.isEmpty() || LOOKS.contains(request.getMethod())) {
            return;
        }
        if (!key.get().matches("[\\x21-\\x7e]{16,100}")) {
            throw ProblemException.ofField(KEY, "has 16 to 100 visible characters");
        }
        Optional<Does> does = Optional.ofNullable(resource.getResourceMethod().getAnnotation(Does.class));
        if (does.filter(Does::once).isPresent()) {
            throw ProblemException.ofField(KEY,
                    "is not taken where the request or its answer has a secret, of which nothing is kept");
        }
        if (Mail.isTakenBy(resource.getResourceMethod())) {
            throw ProblemException.ofField(KEY, "is not taken where the body is a message");
        }
        byte[] body = request.hasEntity()
                ? Bodies.octets(request.getEntityStream(), does.map(Does::largest).orElse(Bodies.LARGEST))
                : new byte[0];
        request.setEntityStream(new ByteArrayInputStream(body));
        Repeats.Request asked = Repeats.Request.of(Caller.current().map(Caller::name).orElse(""), key.get(),
                request.getMethod() + " " + request.getUriInfo().getRequestUri(), body);
        Optional<KeptAnswer> before = repeats.orElseThrow().before(asked);
        if (before.isPresent()) {
            request.abortWith(answer(before.get()));
        } else {
            request.setProperty(ASKED, asked);
        }
    }

    private static Response answer(KeptAnswer known) {
        Response.ResponseBuilder builder = Response.status(known.status()).header(AGAIN, "true");
        return known.body().isEmpty()
                ? builder.build()
                : builder.entity(json(known.body())).type(known.type()).build();
    }

    private static JsonValue json(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readValue();
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(ASKED) instanceof Repeats.Request asked) {
            request.removeProperty(ASKED);
            String body = Optional.ofNullable(response.getEntity()).map(Written::text).orElse("");
            String type = body.isEmpty() ? "" : Objects.toString(response.getMediaType(), "application/json");
            repeats.orElseThrow().end(asked, response.getStatus(), type, body);
        }
    }
}
