package org.postern.web.api.trust;

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
import org.postern.admin.trust.EntryDesk;
import org.postern.admin.trust.EntryDraft;
import org.postern.reputation.entry.ListEntry.Effect;
import org.postern.reputation.entry.Party;
import org.postern.reputation.entry.StoredEntry;
import org.postern.web.api.By;
import org.postern.web.api.Checked;
import org.postern.web.api.Does;
import org.postern.web.api.Limit;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;
import org.postern.web.api.ProblemKind;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Whom people allow and block. */
@Path("/entries")
@Produces(MediaType.APPLICATION_JSON)
public class EntriesResource {
    private static final String ID = "id";

    @Inject
    private EntryDesk desk;

    /**
     * An entry as it is written.
     *
     * @param party an address, a domain, {@code .domain}, an IP address or a network
     * @param owner whose mail it is about: an address or a domain; left out for all
     * @param comment anything
     * @param lasts how long it counts, such as {@code 30d}; left out for always
     */
    public record EntryText(Effect effect, String party, Optional<String> owner, Optional<String> comment,
            Optional<String> lasts) {
        EntryDraft toDraft() {
            Checked.field("party", () -> Party.parse(party.strip().toLowerCase(Locale.ROOT)));
            return new EntryDraft(effect, party, owner.orElse(""), comment.orElse(""), lasts.orElse(""));
        }
    }

    /**
     * An entry.
     *
     * @param owner whose mail it is about; empty for all
     * @param expires from when on it does not count; left out if it always does
     * @param hits messages that it has met
     */
    public record Entry(long id, Effect effect, String party, String owner, String comment, Optional<Instant> expires,
            String changedBy, Instant changedAt, long hits, Optional<Instant> lastHit) {
        static Entry of(StoredEntry stored) {
            return new Entry(Long.parseLong(stored.entry().key()), stored.entry().effect(),
                    stored.entry().party().toString(), stored.entry().owner(), stored.entry().comment(),
                    stored.entry().expiry(), stored.changedBy(), stored.changedAt(), stored.hits(), stored.lastHit());
        }
    }

    @GET
    @Does(value = "Lists whom people allow and block, in the order in which they were added", by = Role.AUDITOR)
    public Paged<Entry> list(@QueryParam("after") @DefaultValue("0") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit, @Context UriInfo asked) {
        return Paged.of(desk.after(Checked.id("after", after), limit.lines()), limit, asked,
                stored -> stored.entry().key()).as(Entry::of);
    }

    @GET
    @Path("{id:\\d{1,18}}")
    @Does(value = "Shows one entry", by = Role.AUDITOR)
    public Entry show(@PathParam(ID) long id) {
        return ProblemException.orNotFound(
                desk.after(id - 1, 1).stream().map(Entry::of).filter(entry -> entry.id() == id).findFirst());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Allows or blocks somebody", by = Role.OPERATOR, status = 201)
    public Entry add(EntryText text) {
        EntryDraft draft = text.toDraft();
        ProblemException.onFault(desk.add(draft, By.name()));
        return show(desk.key(draft)
                .map(Long::parseLong)
                .orElseThrow(() -> ProblemException.of(ProblemKind.CONFLICT, "It was removed again at once.")));
    }

    @PUT
    @Path("{id:\\d{1,18}}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Changes an entry", by = Role.OPERATOR)
    public Entry change(@PathParam(ID) long id, EntryText text) {
        EntryDraft draft = text.toDraft();
        show(id);
        ProblemException.onFault(desk.change(id, draft, By.name()));
        return show(id);
    }

    @DELETE
    @Path("{id:\\d{1,18}}")
    @Does(value = "Removes an entry", by = Role.OPERATOR)
    public void remove(@PathParam(ID) long id) {
        show(id);
        ProblemException.onFault(desk.remove(id));
    }
}
