package org.postern.web.api.mail;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.postern.admin.access.Role;
import org.postern.admin.parked.Operations;
import org.postern.web.api.Does;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;

/** Acts on many messages, on this node. */
@Path("/operations")
@Produces(MediaType.APPLICATION_JSON)
public class OperationsResource {
    @Inject
    private Operations operations;

    @GET
    @Does(value = "Lists operations that go on or have ended lately", by = Role.AUDITOR)
    public Paged<OperationLine> list() {
        return Paged.whole(operations.all().stream().map(OperationLine::of).toList());
    }

    @GET
    @Path("{id}")
    @Does(value = "Shows how far an operation has come", by = Role.AUDITOR)
    public OperationLine show(@PathParam("id") String id) {
        return OperationLine.of(ProblemException.orNotFound(operations.find(id)));
    }

    @POST
    @Path("{id}/cancel")
    @Does(value = "Ends an operation; what was done stays done", by = Role.OPERATOR)
    public OperationLine cancel(@PathParam("id") String id) {
        operations.cancel(id);
        return show(id);
    }
}
