package org.postern.web.api.mail;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.postern.admin.access.Role;
import org.postern.admin.parked.DestinationDesk;
import org.postern.admin.parked.DestinationTls;
import org.postern.admin.parked.DestinationView;
import org.postern.admin.parked.TlsView;
import org.postern.delivery.gate.DoorView;
import org.postern.routing.Destination;
import org.postern.web.api.By;
import org.postern.web.api.Does;
import org.postern.web.api.Limit;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;
import org.postern.web.api.ProblemKind;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Where mail is headed. */
@Path("/destinations")
@Produces(MediaType.APPLICATION_JSON)
public class DestinationsResource {
    private static final String DESTINATION = "destination";

    @Inject
    private DestinationDesk desk;
    @Inject
    private DestinationTls tls;

    /**
     * Hosts that keep mail waiting on this node.
     *
     * @param inUse deliveries under way
     * @param places how many are let in at once
     * @param failures in a row
     * @param shutUntil when the next one is tried; left out while it is open
     * @param meanMillis how long a delivery takes
     * @param reason why it was shut last; empty if it never was
     */
    public record Door(String hosts, int inUse, int places, int failures, Optional<Instant> shutUntil, long meanMillis,
            boolean slow, String reason) {
        static Door of(DoorView view) {
            return new Door(view.hosts(), view.inUse(), view.places(), view.failures(), view.shutUntil(),
                    view.mean().toMillis(), view.slow(), view.reason().toString());
        }
    }

    /** A destination, and what was said last of mail that waits for it, each once. */
    public record OneDestination(DestinationView destination, List<String> lastReplies) {}

    /**
     * How much is delivered; what is left out is as usual.
     *
     * @param concurrency deliveries at once
     * @param perMinute messages a minute
     */
    public record DeliveryLimit(OptionalInt concurrency, OptionalInt perMinute) {}

    @GET
    @Does(value = "Lists destinations that mail waits for, or that somebody paused or limited", by = Role.AUDITOR)
    public Paged<DestinationView> list(@QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit, @Context UriInfo asked) {
        Limit page = new Limit(Math.min(limit.lines(), DestinationDesk.MAX_LIMIT));
        List<DestinationView> views = desk.after(after, page.lines());
        return Paged.of(views, page, asked, DestinationView::destination);
    }

    @GET
    @Path("doors")
    @Does(value = "Lists the hosts that keep mail waiting on this node: those that fail, are slow, or are full", by = Role.AUDITOR)
    public Paged<Door> doors() {
        return Paged.whole(desk.doors().stream().map(Door::of).toList());
    }

    @GET
    @Path("{destination}")
    @Does(value = "Shows one destination, whether anything waits for it or not, and what was said last of what does", by = Role.AUDITOR)
    public OneDestination show(@PathParam(DESTINATION) String destination) {
        Destination one = Places.destination(DESTINATION, destination);
        return new OneDestination(desk.find(one), desk.lastReplies(one));
    }

    @GET
    @Path("{destination}/tls")
    @Does(value = "Tells how sessions with the servers of a destination were protected, as this node has seen since it started, and what is demanded of them", by = Role.AUDITOR)
    public TlsView tls(@PathParam(DESTINATION) String destination) {
        return tls.of(Places.destination(DESTINATION, destination));
    }

    @POST
    @Path("{destination}/pause")
    @Does(value = "Tries nothing there until it is resumed", by = Role.OPERATOR)
    public void pause(@PathParam(DESTINATION) String destination) {
        desk.pause(Places.destination(DESTINATION, destination), By.name());
    }

    @POST
    @Path("{destination}/resume")
    @Does(value = "Goes on there, and tries all that waits for it", by = Role.OPERATOR, status = 202)
    public OperationLine resume(@PathParam(DESTINATION) String destination) {
        return desk.resume(Places.destination(DESTINATION, destination), By.name())
                .map(OperationLine::of)
                .orElseThrow(() -> ProblemException.later(ProblemKind.TOO_MANY,
                        "It goes on there, and what waits is tried when its time comes: as many operations are going on as may. Flush it later.",
                        60));
    }

    @POST
    @Path("{destination}/flush")
    @Does(value = "Tries all that was deferred there", by = Role.OPERATOR, status = 202)
    public OperationLine flush(@PathParam(DESTINATION) String destination) {
        return OperationLine.begun(desk.flush(Places.destination(DESTINATION, destination), By.name()));
    }

    @PUT
    @Path("{destination}/limit")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Limits deliveries there", by = Role.OPERATOR)
    public void limit(@PathParam(DESTINATION) String destination, DeliveryLimit limit) {
        positive("concurrency", limit.concurrency());
        positive("perMinute", limit.perMinute());
        desk.limit(Places.destination(DESTINATION, destination), limit.concurrency(), limit.perMinute(), By.name());
    }

    private static void positive(String field, OptionalInt number) {
        if (number.isPresent() && number.getAsInt() < 1) {
            throw ProblemException.ofField(field, "is 1 or more");
        }
    }
}
