package org.postern.web.api.routes;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.postern.admin.access.Role;
import org.postern.admin.routes.AliasDesk;
import org.postern.routing.StoredAlias;
import org.postern.web.api.By;
import org.postern.web.api.Does;
import org.postern.web.api.Limit;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;

import java.util.List;
import java.util.Optional;

/** Addresses that stand for others, and lists. */
@Path("/aliases")
@Produces(MediaType.APPLICATION_JSON)
public class AliasesResource {
    private static final String ADDRESS = "address";

    @Inject
    private AliasDesk desk;

    /**
     * For whom an address stands.
     *
     * @param enabled whether it counts; it does if it is left out
     * @param owner who hears of what fails on a list; left out for an alias
     * @param remark anything
     */
    public record AliasText(Optional<Boolean> enabled, List<String> members, Optional<String> owner,
            Optional<String> remark) {}

    @GET
    @Does(value = "Lists aliases and lists, in the order of their addresses", by = Role.AUDITOR)
    public Paged<StoredAlias> list(@QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit, @Context UriInfo asked) {
        return Paged.of(desk.after(after, limit.lines()), limit, asked, StoredAlias::address);
    }

    @GET
    @Path("{address}")
    @Does(value = "Shows one alias", by = Role.AUDITOR)
    public StoredAlias show(@PathParam(ADDRESS) String address) {
        return ProblemException.orNotFound(desk.find(address));
    }

    @PUT
    @Path("{address}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Lets an address stand for others, in place of what it stood for; @example.org is all of a domain that has nothing of its own", by = Role.ADMINISTRATOR)
    public StoredAlias put(@PathParam(ADDRESS) String address, AliasText text) {
        if (text.members().isEmpty()) {
            throw ProblemException.ofField("members", "has nobody");
        }
        ProblemException.onFault(desk.put(address, text.members(), text.owner().orElse(""),
                text.enabled().orElse(true), text.remark().orElse(""), By.name()));
        return show(address);
    }

    @DELETE
    @Path("{address}")
    @Does(value = "Deletes an alias", by = Role.ADMINISTRATOR)
    public void delete(@PathParam(ADDRESS) String address) {
        show(address);
        ProblemException.onFault(desk.delete(address));
    }
}
