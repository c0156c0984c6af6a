package org.postern.web.api.mail;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
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
import org.postern.admin.content.ContentDesk;
import org.postern.admin.sink.SinkDesk;
import org.postern.archive.ArchiveFilter;
import org.postern.archive.ArchiveQuery.Order;
import org.postern.archive.ArchiveQuery;
import org.postern.archive.ArchivedMail;
import org.postern.web.api.Checked;
import org.postern.web.api.Does;
import org.postern.web.api.Limit;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Mail that is kept for those who test. */
@Path("/sink")
@Produces(MediaType.APPLICATION_JSON)
public class SinkResource {
    private static final String ID = "id";

    @Inject
    private SinkDesk desk;
    @Inject
    private ContentDesk contents;

    /**
     * Mail in the sink, as a list shows it.
     *
     * @param id names it; what came later has a higher one
     * @param kept when it came
     * @param sender the empty string for the null reverse-path
     * @param recipient one of the recipients
     * @param recipients how many there are
     * @param author as it stands in From
     * @param size octets of the content
     */
    public record SunkLine(long id, String queueId, Instant kept, String sender, String recipient, int recipients,
            String subject, String author, long size) {
        static SunkLine of(ArchivedMail one) {
            return new SunkLine(one.id(), one.queueId().text(), one.kept(), one.reversePath(), one.firstRecipient(),
                    one.recipients(), one.subject(), one.author(), one.size());
        }
    }

    /**
     * One message in the sink.
     *
     * @param message what the list shows of it
     * @param to to whom it was delivered, all of them
     */
    public record SunkMessage(SunkLine message, List<String> to) {}

    /** How many have gone. */
    public record Emptied(int done) {}

    @GET
    @Does(value = "Lists mail in the sink in the order in which it came, and waits until there is enough of it", by = Role.AUDITOR)
    public Paged<SunkLine> list(@QueryParam("recipient") Optional<String> recipient,
            @QueryParam("since") Optional<Instant> since, @QueryParam("count") Optional<Integer> count,
            @QueryParam("wait") Optional<Integer> wait, @QueryParam("after") Optional<String> after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit, @Context UriInfo asked) {
        int enough = count.orElse(1);
        if (enough < 1 || enough > limit.lines()) {
            throw ProblemException.ofField("count", "is 1 to limit");
        }
        Duration time = Duration.ofSeconds(wait.orElse(0));
        if (time.compareTo(SinkDesk.LONGEST) > 0) {
            throw ProblemException.ofField("wait", "is 0 to " + SinkDesk.LONGEST.toSeconds() + " seconds");
        }
        ArchiveFilter filter = recipient.map(ArchiveFilter.ofSink()::to)
                .orElseGet(ArchiveFilter::ofSink)
                .since(since.orElse(Instant.EPOCH));
        OptionalLong place = after.map(id -> OptionalLong.of(Checked.id(Paged.AFTER, id)))
                .orElse(OptionalLong.empty());
        ArchiveQuery query = new ArchiveQuery(filter, Order.OLDEST_FIRST, place, limit.lines());
        List<ArchivedMail> page = time.isZero() ? desk.list(query) : desk.await(query, enough, time);
        return Paged.of(page, limit, asked, one -> Long.toString(one.id())).as(SunkLine::of);
    }

    @DELETE
    @Does(value = "Empties the sink, of all mail or of that for one recipient or domain", by = Role.OPERATOR)
    public Emptied empty(@QueryParam("recipient") Optional<String> recipient) {
        return new Emptied(desk.empty(recipient));
    }

    @GET
    @Path("{id}")
    @Does(value = "Shows one message in the sink, without its content", by = Role.AUDITOR)
    public SunkMessage show(@PathParam(ID) String id) {
        ArchivedMail line = ProblemException.orNotFound(desk.line(Checked.id(ID, id)));
        return new SunkMessage(SunkLine.of(line), desk.recipients(line.id()));
    }

    @GET
    @Path("{id}/parts")
    @Does(value = "Shows what a message in the sink is made of: its header fields, and its parts", by = Role.OPERATOR)
    public MadeOf parts(@PathParam(ID) String id) {
        return MadeOf.of(ProblemException.orNotFound(contents.look(key(id))));
    }

    @GET
    @Path("{id}/text")
    @Does(value = "Shows the text of a message in the sink", by = Role.OPERATOR)
    public ContentResource.Text text(@PathParam(ID) String id,
            @QueryParam("as") @DefaultValue("plain") ContentResource.Kind kind) {
        String key = key(id);
        return ContentResource.text(() -> contents.text(key, kind == ContentResource.Kind.HTML));
    }

    @GET
    @Path("{id}/source")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Does(value = "Hands out a message in the sink, all its octets", by = Role.OPERATOR)
    public InputStream source(@PathParam(ID) String id) throws IOException {
        String key = key(id);
        return ContentResource.octets(() -> contents.source(key));
    }

    @GET
    @Path("{id}/parts/{number:\\d{1,4}}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Does(value = "Hands out one part of a message in the sink, decoded", by = Role.OPERATOR)
    public InputStream part(@PathParam(ID) String id, @PathParam("number") int number) throws IOException {
        String key = key(id);
        return ContentResource.octets(() -> contents.file(key, number));
    }

    private static String key(String id) {
        return ArchivedMail.key(Checked.id(ID, id));
    }
}
