package org.postern.web.api.mail;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.postern.admin.access.Role;
import org.postern.admin.trace.MessageSearch;
import org.postern.admin.trace.MessageStory;
import org.postern.event.Progress;
import org.postern.event.Sought;
import org.postern.event.TracePage;
import org.postern.event.TracePosition;
import org.postern.event.TraceQuery;
import org.postern.web.api.Does;
import org.postern.web.api.Limit;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where mail is. */
@Path("/messages")
@Produces(MediaType.APPLICATION_JSON)
public class MessagesResource {
    @Inject
    private MessageSearch search;
    @Inject
    private MessageStory stories;

    /**
     * Lines of the trace, the latest first.
     *
     * @param next where the search goes on
     * @param lookedBackTo what is earlier was not looked at yet, since the search had been long enough; it goes on at {@code next}
     */
    public record Found(List<MessageLine> items, Optional<String> next, Optional<Instant> lookedBackTo) {}

    @GET
    @Does(value = "Finds messages and refusals by whatever is known of them, the latest first", by = Role.AUDITOR)
    public Found find(@QueryParam("q") @DefaultValue("") String sought,
            @QueryParam("from") Optional<Instant> from,
            @QueryParam("until") Optional<Instant> until,
            @QueryParam("progress") Optional<Progress> progress,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit, @Context UriInfo asked) {
        TraceQuery query = new TraceQuery(Sought.parse(sought), from, until, progress, start(after), limit.lines());
        TracePage page = search.find(query);
        return new Found(page.lines().stream().map(MessageLine::of).toList(),
                page.earlier().map(place -> Paged.behind(asked, place.toString())), page.lookedTo());
    }

    private static TraceQuery.Start start(String after) {
        return after.isEmpty()
                ? new TraceQuery.Start.Latest()
                : new TraceQuery.Start.After(TracePosition.parse(after)
                        .orElseThrow(() -> ProblemException.ofField("after",
                                "is a place that a next address has named")));
    }

    @GET
    @Path("{key}")
    @Does(value = "Tells the story of one message or session", by = Role.AUDITOR)
    public ToldStory tell(@PathParam("key") String key) {
        return ToldStory.of(ProblemException.orNotFound(stories.tell(key)));
    }
}
