package org.postern.web.api.trust;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.postern.admin.access.Role;
import org.postern.admin.trust.GreylistDesk;
import org.postern.reputation.grey.GreylistStore.Waiting;
import org.postern.web.api.Does;
import org.postern.web.api.Limit;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Who is to come again. */
@Path("/greylist")
@Produces(MediaType.APPLICATION_JSON)
public class GreylistResource {
    private static final int PARTS = 4;

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
    public Paged<Contact> list(@QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit, @Context UriInfo asked) {
        return Paged.of(desk.waiting(place(after), limit.lines()), limit, asked, GreylistResource::place)
                .as(Contact::of);
    }

    private static String place(Waiting one) {
        return String.join(" ", one.first().toString(), one.contact().network(), one.contact().sender(),
                one.contact().recipient());
    }

    private static Optional<Waiting> place(String after) {
        if (after.isEmpty()) {
            return Optional.empty();
        }
        try {
            String[] parts = after.split(" ", PARTS);
            return Optional.of(new Waiting(new org.postern.reputation.grey.Contact(parts[1], parts[2], parts[3]),
                    Instant.parse(parts[0])));
        } catch (DateTimeException | ArrayIndexOutOfBoundsException none) {
            throw ProblemException.ofField(Paged.AFTER, "is a place that a next address has named");
        }
    }

    @POST
    @Path("release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Lets a client's network write for the sender's domain to the recipient from now on", by = Role.OPERATOR)
    public void release(LetIn whom) {
        ProblemException.onFault(desk.release(whom.client(), whom.sender().orElse(""), whom.recipient()));
    }
}
