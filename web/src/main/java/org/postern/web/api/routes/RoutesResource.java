package org.postern.web.api.routes;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.postern.admin.routes.RouteDesk;
import org.postern.admin.routes.RouteDraft;
import org.postern.config.rule.RecipientPattern;
import org.postern.config.rule.SenderPattern;
import org.postern.routing.RouteTarget;

import org.postern.routing.StoredRoute;
import org.postern.sentence.Sentence;
import org.postern.web.api.Before;
import org.postern.web.api.By;
import org.postern.web.api.Checked;
import org.postern.web.api.Does;
import org.postern.web.api.Limit;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where mail goes, by the database; what the file says comes after that. */
@Path("/routes")
@Produces(MediaType.APPLICATION_JSON)
public class RoutesResource {
    private static final String ID = "id";

    @Inject
    private RouteDesk desk;

    /**
     * A route as it is written.
     *
     * @param enabled whether it counts; it does if it is left out
     * @param recipient a domain, {@code .domain}, mailbox or {@code *}
     * @param sender the same, or {@code <>}
     * @param listener the name of a listener
     * @param to where it leads, as in the file
     * @param closed whether only mailboxes exist that an alias or another route names
     * @param remark anything
     */
    public record RouteText(Optional<Boolean> enabled, String recipient, Optional<String> sender,
            Optional<String> listener, String to, Optional<Boolean> closed, Optional<String> remark) {
        RouteDraft toDraft() {
            Checked.field("recipient", () -> RecipientPattern.parse(recipient.strip()));
            sender.ifPresent(text -> Checked.field("sender", () -> SenderPattern.parse(text.strip())));
            Checked.field("to", () -> RouteTarget.parse(to.strip()));
            return new RouteDraft(enabled.orElse(true), recipient, sender.orElse(""), listener.orElse(""), to,
                    closed.orElse(false), remark.orElse(""));
        }
    }

    /** Where mail would go, in sentences. */
    public record Forecast(List<String> lines) {
        static Forecast of(List<Sentence> said) {
            return new Forecast(said.stream().map(Sentence::toString).toList());
        }
    }

    @GET
    @Does(value = "Lists the routes of the database, in the order in which they are asked", by = Role.AUDITOR)
    public Paged<StoredRoute> list(@QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit, @Context UriInfo asked) {
        List<StoredRoute> all = desk.all();
        int from = after.isEmpty() ? 0 : 1 + all.indexOf(found(Checked.id("after", after)));
        return Paged.of(all.stream().skip(from).limit(limit.lines()).toList(), limit, asked,
                route -> Long.toString(route.id()));
    }

    @GET
    @Path("{id:\\d{1,18}}")
    @Does(value = "Shows one route", by = Role.AUDITOR)
    public StoredRoute show(@PathParam(ID) long id) {
        return found(id);
    }

    @GET
    @Path("of-file")
    @Does(value = "Lists the routes of the configuration file, which come after those of the database", by = Role.AUDITOR)
    public Forecast ofFile() {
        return Forecast.of(desk.ofFile());
    }

    @GET
    @Path("forecast")
    @Does(value = "Tells where mail would go now, and why", by = Role.AUDITOR)
    public Forecast forecast(@QueryParam("sender") @DefaultValue("") String sender,
            @QueryParam("recipient") @DefaultValue("") String recipient,
            @QueryParam("listener") @DefaultValue("") String listener) {
        return Forecast.of(desk.forecast(sender, recipient, listener));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Adds a route behind all others", by = Role.ADMINISTRATOR, status = 201)
    public StoredRoute add(RouteText text) {
        RouteDraft draft = text.toDraft();
        ProblemException.onFault(desk.add(draft, By.name()));
        return ProblemException.orNotFound(desk.all()
                .stream()
                .filter(route -> route.recipient().equals(draft.recipient().strip())
                        && route.target().equals(draft.target().strip()))
                .max(Comparator.comparingLong(StoredRoute::id)));
    }

    @PUT
    @Path("{id:\\d{1,18}}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Changes a route", by = Role.ADMINISTRATOR)
    public StoredRoute change(@PathParam(ID) long id, RouteText text) {
        RouteDraft draft = text.toDraft();
        found(id);
        ProblemException.onFault(desk.change(id, draft, By.name()));
        return found(id);
    }

    @POST
    @Path("{id:\\d{1,18}}/move")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Has a route asked right before another one", by = Role.ADMINISTRATOR)
    public void move(@PathParam(ID) long id, Before other) {
        found(id);
        found(other.before());
        ProblemException.onFault(desk.moveBefore(id, other.before()));
    }

    @DELETE
    @Path("{id:\\d{1,18}}")
    @Does(value = "Deletes a route", by = Role.ADMINISTRATOR)
    public void delete(@PathParam(ID) long id) {
        found(id);
        ProblemException.onFault(desk.delete(id));
    }

    private StoredRoute found(long id) {
        return ProblemException.orNotFound(desk.find(id));
    }
}
