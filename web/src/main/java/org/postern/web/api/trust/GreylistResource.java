package org.postern.web.api.trust;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.postern.admin.access.Role;
import org.postern.admin.trust.GreylistDesk;
import org.postern.reputation.grey.GreylistStore.Waiting;
import org.postern.web.api.Does;
import org.postern.web.api.Limit;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;

import java.time.Instant;
import java.util.Optional;

/** Who is to come again. */
@Path("/greylist")
@Produces(MediaType.APPLICATION_JSON)
public class GreylistResource {
    @Inject
    private GreylistDesk desk;

    /** Who writes to whom, and is to come again since then; the sender is a domain, or empty for the null reverse-path. */
    public record Contact(String network, String sender, String recipient, Instant since) {
        static Contact of(Waiting waiting) {
            return new Contact(waiting.contact().network(), waiting.contact().sender(), waiting.contact().recipient(),
                    waiting.first());
        }
    }

    /**
     * Whom to let in.
     *
     * @param client an IP address
     * @param sender an address; left out for the null reverse-path
     */
    public record LetIn(String client, Optional<String> sender, String recipient) {}

    @GET
    @Does(value = "Lists who is to come again, the latest first", by = Role.AUDITOR)
    public Paged<Contact> list(@QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Paged.whole(desk.waiting(limit.lines()).stream().map(Contact::of).toList());
    }

    @POST
    @Path("release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Lets a client's network write for the sender's domain to the recipient from now on", by = Role.OPERATOR)
    public void release(LetIn whom) {
        ProblemException.onFault(desk.release(whom.client(), whom.sender().orElse(""), whom.recipient()));
    }
}
