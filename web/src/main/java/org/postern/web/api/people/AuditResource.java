package org.postern.web.api.people;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.postern.admin.access.Role;
import org.postern.admin.audit.AuditDesk;
import org.postern.admin.audit.AuditEntry;
import org.postern.admin.audit.AuditQuery;
import org.postern.admin.kept.Preview;
import org.postern.admin.kept.TakeBackDesk;
import org.postern.web.api.By;
import org.postern.web.api.Checked;
import org.postern.web.api.Does;
import org.postern.web.api.Limit;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;

import java.time.Instant;
import java.util.Optional;

/** Who did what. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
    @Inject
    private AuditDesk desk;
    @Inject
    private TakeBackDesk taking;

    @GET
    @Does(value = "Tells who did what, the latest first", by = Role.AUDITOR)
    public Paged<AuditEntry> list(@QueryParam("person") @DefaultValue("") String person,
            @QueryParam("thing") @DefaultValue("") String thing,
            @QueryParam("from") Optional<Instant> from,
            @QueryParam("until") Optional<Instant> until,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit, @Context UriInfo asked) {
        AuditQuery query = new AuditQuery(person, thing, from, until,
                after.isEmpty() ? Long.MAX_VALUE : Checked.id("after", after));
        return Paged.of(desk.find(query, limit.lines()), limit, asked, line -> Long.toString(line.key()));
    }

    @GET
    @Path("{id}/take-back")
    @Does(value = "Tells what would be done if this were taken back, and does nothing", by = Role.OPERATOR)
    public Preview differences(@PathParam("id") String key) {
        return taking.preview(Checked.id("id", key));
    }

    @POST
    @Path("{id}/take-back")
    @Does(value = "Takes back what somebody has done, by another act; what was changed since is left, and it is said why; clears says that it is meant where nothing would be left of some kind, or something would be deleted", by = Role.OPERATOR)
    public void takeBack(@PathParam("id") String key, @QueryParam("clears") Optional<Boolean> clears) {
        ProblemException.onFault(taking.takeBack(Checked.id("id", key), clears.orElse(false), By.name()));
    }
}
