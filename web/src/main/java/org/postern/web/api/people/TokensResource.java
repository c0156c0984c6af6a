package org.postern.web.api.people;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import org.postern.admin.access.Role;
import org.postern.admin.programs.TokenDesk;
import org.postern.admin.programs.TokenView;
import org.postern.mail.DomainSet;
import org.postern.web.api.Does;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;
import org.postern.web.api.ProblemKind;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** By what programs come in. */
@Path("/tokens")
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {
    @Inject
    private TokenDesk desk;

    /**
     * A token as it is made.
     *
     * @param name of the program, as it stands in the audit log
     * @param domains those that it is limited to; {@code *}, for all, if it is left out
     * @param expires at most 366 days from now
     */
    public record TokenDraft(String name, Role role, Optional<List<String>> domains, Instant expires) {}

    /**
     * A token that was made.
     *
     * @param token what the program sends; nobody is told it again
     */
    public record NewToken(String name, Role role, Instant expires, String token) {}

    @GET
    @Does(value = "Lists all tokens, without their secrets", by = Role.ADMINISTRATOR)
    public Paged<TokenView> list() {
        return Paged.whole(desk.all());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Makes a token, and tells its secret once", by = Role.ADMINISTRATOR, status = 201, once = true)
    public NewToken make(TokenDraft draft) {
        try {
            return new NewToken(draft.name(), draft.role(), draft.expires(),
                    desk.make(draft.name(), Remits.of(draft.role(), draft.domains(), DomainSet.ALL), draft.expires()));
        } catch (IllegalArgumentException wrong) {
            throw ProblemException.of(ProblemKind.CONFLICT, wrong.getMessage());
        }
    }

    @DELETE
    @Path("{name}")
    @Does(value = "Ends a token at once", by = Role.ADMINISTRATOR)
    public void end(@PathParam("name") String name) {
        if (desk.end(name).isPresent()) {
            throw ProblemException.of(ProblemKind.NOT_FOUND, "There is no token of this name.");
        }
    }
}
