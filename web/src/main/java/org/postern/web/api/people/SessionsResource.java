package org.postern.web.api.people;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.postern.admin.access.Role;
import org.postern.admin.people.ConsoleSession;
import org.postern.admin.people.People;
import org.postern.web.api.Does;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;
import org.postern.web.api.ProblemKind;

import java.time.Instant;

/** The browsers in which people have logged in. */
@Path("/console-sessions")
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {
    @Inject
    private People people;

    /**
     * A browser in which somebody has logged in.
     *
     * @param id names it, and lets nobody in
     * @param client the network it came from
     * @param seen when they did something last
     */
    public record Session(String id, String person, String client, Instant begun, Instant seen) {
        static Session of(ConsoleSession session) {
            return new Session(session.hash(), session.person(), session.client(), session.begun(), session.seen());
        }
    }

    @GET
    @Does(value = "Lists the latest sessions of the console", by = Role.ADMINISTRATOR)
    public Paged<Session> list() {
        return Paged.whole(people.sessions().stream().map(Session::of).toList());
    }

    @DELETE
    @Path("{id}")
    @Does(value = "Logs a browser out", by = Role.ADMINISTRATOR)
    public void end(@PathParam("id") String id) {
        if (!people.endSession(id)) {
            throw ProblemException.of(ProblemKind.NOT_FOUND, "There is no such session.");
        }
    }
}
