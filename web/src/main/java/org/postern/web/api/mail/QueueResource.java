package org.postern.web.api.mail;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.postern.admin.digest.DigestDesk;
import org.postern.admin.parked.Operations;
import org.postern.admin.parked.ParkedAct;
import org.postern.admin.parked.ParkedMail;
import org.postern.admin.parked.Selection;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;
import org.postern.queue.QueueUnavailableException;
import org.postern.web.api.By;
import org.postern.web.api.Does;
import org.postern.web.api.Limit;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;
import org.postern.web.api.ProblemKind;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Mail that waits, for time or for a person. */
@Path("/queue")
@Produces(MediaType.APPLICATION_JSON)
public class QueueResource {
    private static final String KEY = "key";

    @Inject
    private ParkedMail parked;
    @Inject
    private Operations operations;
    @Inject
    private DigestDesk digests;

    /**
     * How many.
     *
     * @param waiting counted no further than 10,000
     */
    public record Count(long waiting) {}

    /** How many it was done to. */
    public record Done(int done) {}

    /**
     * What is done about many at once.
     *
     * @param keys those, at most 10,000
     * @param which in place of keys: what they have in common
     * @param all in place of both: everything that waits
     * @param expect nothing is done where more than so many match; what cannot be taken back needs it
     */
    public record ManyDeed(Deed.Act act, Optional<String> status, Optional<String> reply, Optional<String> to,
            List<String> keys, Optional<Which> which, Optional<Boolean> all, OptionalInt expect) {
        Deed deed() {
            return new Deed(act, status, reply, to);
        }
    }

    @GET
    @Does(value = "Lists waiting mail, the first due first, what waits for a person at the end", by = Role.AUDITOR)
    public Paged<WaitingLine> list(@BeanParam WhichAsked which, @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit, @Context UriInfo asked) {
        List<ParkedSummary> page = parked
                .list(new ParkedQuery(which.which().toFilter(), Places.place(after), limit.lines()));
        return Paged.of(page, limit, asked, Places::text).as(WaitingLine::of);
    }

    @GET
    @Path("count")
    @Does(value = "Counts waiting mail", by = Role.AUDITOR)
    public Count count(@BeanParam WhichAsked which) {
        return new Count(parked.count(which.which().toFilter()));
    }

    @GET
    @Path("{key}")
    @Does(value = "Shows one waiting message, without its content", by = Role.AUDITOR)
    public WaitingLine show(@PathParam(KEY) String key) {
        return WaitingLine.of(ProblemException.orNotFound(parked.line(key)));
    }

    @POST
    @Path("{key}/acts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Does something about one waiting message, and answers when it is done", by = Role.OPERATOR)
    public Done act(@PathParam(KEY) String key, Deed deed) throws QueueUnavailableException {
        try {
            int done = parked.now(deed.toAct(), List.of(key), By.name());
            return ProblemException.orNotFound(done > 0 ? Optional.of(new Done(done)) : Optional.empty());
        } catch (IllegalArgumentException wrong) {
            throw ProblemException.of(ProblemKind.CONFLICT, String.valueOf(wrong.getMessage()));
        }
    }

    @POST
    @Path("digest")
    @Does(value = "Tells recipients now what waits in quarantine for them, by mail", by = Role.OPERATOR)
    public Done digest() {
        try {
            return new Done(digests.now());
        } catch (IllegalArgumentException wrong) {
            throw ProblemException.of(ProblemKind.CONFLICT, String.valueOf(wrong.getMessage()));
        }
    }

    @POST
    @Path("acts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Begins to do something about many waiting messages; the operation goes on by itself", by = Role.OPERATOR, status = 202)
    public OperationLine begin(ManyDeed deed) {
        ParkedAct act = deed.deed().toAct();
        try {
            return OperationLine.begun(operations.begin(act, selection(deed), By.name()));
        } catch (IllegalArgumentException wrong) {
            throw ProblemException.of(ProblemKind.CONFLICT, String.valueOf(wrong.getMessage()));
        }
    }

    private Selection selection(ManyDeed deed) {
        boolean all = deed.all().orElse(false);
        long ways = (deed.keys().isEmpty() ? 0 : 1) + (all ? 1 : 0) + deed.which().stream().count();
        if (ways != 1) {
            throw ProblemException.ofField("which", "say which by it, by keys, or by all, and by one of them alone");
        }
        if (!deed.keys().isEmpty()) {
            expect(deed, deed.keys().size());
            return new Selection.These(deed.keys());
        }
        if (deed.which().filter(Which::isEverything).isPresent()) {
            throw ProblemException.ofField("which", "is empty; say all for everything");
        }
        ParkedFilter filter = deed.which().map(Which::toFilter).orElse(ParkedFilter.everything());
        if (deed.expect().isEmpty() && deed.act().isForGood()) {
            throw ProblemException.ofField("expect", "is missing; this cannot be taken back, and is about "
                    + parked.count(filter) + " messages");
        }
        deed.expect()
                .ifPresent(most -> expect(deed, parked.count(filter, Math.clamp(most + 1L, 1, Integer.MAX_VALUE))));
        return new Selection.Matching(filter);
    }

    private static void expect(ManyDeed deed, long matching) {
        if (deed.expect().isPresent() && matching > deed.expect().getAsInt()) {
            throw ProblemException.of(ProblemKind.CONFLICT,
                    "More than " + deed.expect().getAsInt() + " messages match; nothing was done.");
        }
    }
}
