package org.postern.web.api.domains;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.postern.admin.access.Role;
import org.postern.admin.probe.ProbeDesk;
import org.postern.web.api.Does;
import org.postern.web.api.ProblemException;
import org.postern.web.api.ProblemKind;

import java.util.Optional;

/** Servers that are asked whether they would take mail. */
@Path("/probes")
@Produces(MediaType.APPLICATION_JSON)
public class ProbesResource {
    @Inject
    private ProbeDesk desk;

    /**
     * Who is to be asked.
     *
     * @param recipient a domain, for its postmaster, or an address; nothing: the postmaster of the host
     * @param host with or without a port; nothing: where mail for the recipient goes
     */
    public record Question(Optional<String> recipient, Optional<String> host) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Begins to ask servers whether they would take mail, as a delivery would ask; nothing is handed over", by = Role.OPERATOR, status = 202)
    public ProbeAnswer begin(Question question) {
        try {
            return ProbeAnswer.of(desk.begin(question.recipient().orElse(""), question.host().orElse("")));
        } catch (IllegalArgumentException wrong) {
            throw ProblemException.of(ProblemKind.CONFLICT, String.valueOf(wrong.getMessage()));
        }
    }

    @GET
    @Path("{id}")
    @Does(value = "Tells what the servers have said, once all are asked", by = Role.OPERATOR)
    public ProbeAnswer show(@PathParam("id") String id) {
        return ProbeAnswer.of(ProblemException.orNotFound(desk.find(id)));
    }
}
