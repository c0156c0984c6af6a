package org.postern.web.api.server;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.postern.admin.access.Role;
import org.postern.admin.start.FirstSteps;
import org.postern.admin.start.TestMail;
import org.postern.delivery.ConnectionTrial;
import org.postern.web.api.Does;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;
import org.postern.web.api.ProblemKind;

/** What is tried out before mail goes this way. */
@Path("/start")
@Produces(MediaType.APPLICATION_JSON)
public class StartResource {
    @Inject
    private FirstSteps steps;

    /**
     * What was done so far.
     *
     * @param name the gateway's own
     * @param lines the routes of the database, as lines of the configuration file
     */
    public record Beginning(String name, String lines) {}

    /** Where to: a domain, or a host as in a route. */
    public record Target(String target) {}

    /** What came of asking one server. */
    public record Contact(String server, boolean ready, String words) {
        static Contact of(ConnectionTrial.Contact one) {
            return new Contact(one.server(), one.isReady(), one.words().toString());
        }
    }

    /** To whom. */
    public record Addressee(String recipient) {}

    /** What was sent. */
    public record Sent(String queueId) {}

    @GET
    @Does(value = "Tells the gateway's name, and its routes as lines of the configuration file", by = Role.AUDITOR)
    public Beginning look() {
        return new Beginning(steps.name(), steps.lines());
    }

    @POST
    @Path("connection")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Tries whether mail could be handed on there; none is", by = Role.ADMINISTRATOR)
    public Paged<Contact> tryConnecting(Target target) {
        return Paged.whole(steps.tryConnecting(target.target()).stream().map(Contact::of).toList());
    }

    @POST
    @Path("test-mail")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Sends a test mail, whose story tells how far it comes", by = Role.ADMINISTRATOR, status = 202)
    public Sent send(Addressee to) {
        return switch (steps.send(to.recipient())) {
            case TestMail.Sent sent -> new Sent(sent.id().text());
            case TestMail.NotSent not -> throw ProblemException.of(ProblemKind.CONFLICT, not.reason().toString());
        };
    }
}
