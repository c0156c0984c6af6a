package org.postern.web.api.mail;

import jakarta.inject.Inject;
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
import org.postern.admin.archive.ArchiveDesk;
import org.postern.admin.archive.ArchivePlace;
import org.postern.admin.content.ContentDesk;
import org.postern.archive.ArchiveFilter;
import org.postern.archive.ArchiveQuery;
import org.postern.archive.ArchivedMail;
import org.postern.config.rule.ArchiveRule;
import org.postern.queue.QueueUnavailableException;
import org.postern.web.api.By;
import org.postern.web.api.Checked;
import org.postern.web.api.Does;
import org.postern.web.api.Limit;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;
import org.postern.web.api.ProblemKind;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What was handed over to applications, and is handed over once more. */
@Path("/archive")
@Produces(MediaType.APPLICATION_JSON)
public class ArchiveResource {
    private static final String ID = "id";

    @Inject
    private ArchiveDesk desk;
    @Inject
    private ContentDesk contents;

    /**
     * What is archived of one queue or topic.
     *
     * @param place such as {@code queue:orders}
     * @param messages how many are kept
     * @param octets of their contents together
     * @param seconds how long each is kept; absent where nothing more is archived
     * @param most octets of how much at most; absent likewise
     */
    public record Archived(String place, long messages, long octets, Optional<Long> seconds, Optional<Long> most) {
        static Archived of(ArchivePlace one) {
            return new Archived(one.place(), one.messages(), one.octets(),
                    one.rule().map(rule -> rule.time().toSeconds()),
                    one.rule().map(ArchiveRule::octets));
        }
    }

    /**
     * Archived mail, as a list shows it.
     *
     * @param id names it; what came to the archive later has a higher one
     * @param place where it was handed over
     * @param kept when
     * @param sender the empty string for the null reverse-path
     * @param recipient one of the recipients
     * @param recipients how many there are
     * @param author as it stands in From
     * @param size octets of the content
     */
    public record ArchivedLine(long id, String queueId, String place, Instant kept, String sender, String recipient,
            int recipients, String subject, String author, long size) {
        static ArchivedLine of(ArchivedMail one) {
            return new ArchivedLine(one.id(), one.queueId().text(), one.place(), one.kept(), one.reversePath(),
                    one.firstRecipient(), one.recipients(), one.subject(), one.author(), one.size());
        }
    }

    /**
     * One archived message.
     *
     * @param message what the list shows of it
     * @param to for whom it was handed over, all of them
     */
    public record ArchivedMessage(ArchivedLine message, List<String> to) {}

    /**
     * Where one is handed over once more.
     *
     * @param to another queue or topic than before
     */
    public record Again(Optional<String> to) {}

    /**
     * Which are handed over once more, and where: all of which this is true.
     *
     * @param place where they were handed over
     * @param queueId the name of the message
     * @param sender the reverse-path, or its domain
     * @param recipient one of the recipients, or the domain of one
     * @param words that stand in Subject or From
     * @param since handed over then or later
     * @param before handed over earlier
     * @param to another queue or topic than before
     */
    public record ManyAgain(String place, Optional<String> queueId, Optional<String> sender, Optional<String> recipient,
            Optional<String> words, Optional<Instant> since, Optional<Instant> before, Optional<String> to) {
        ArchiveFilter filter() {
            ArchiveFilter filter = ArchiveFilter.at(place);
            filter = queueId.map(filter::named).orElse(filter);
            filter = sender.map(filter::from).orElse(filter);
            filter = recipient.map(filter::to).orElse(filter);
            filter = words.map(filter::about).orElse(filter);
            filter = since.map(filter::since).orElse(filter);
            return before.map(filter::before).orElse(filter);
        }
    }

    @GET
    @Does(value = "Lists the queues and topics of applications of which something is archived, with how much", by = Role.AUDITOR)
    public Paged<Archived> places() {
        return Paged.whole(desk.places().stream().map(Archived::of).toList());
    }

    @GET
    @Path("mail")
    @Does(value = "Lists what was handed over to one queue or topic, in the order in which it came to the archive", by = Role.AUDITOR)
    public Paged<ArchivedLine> list(@QueryParam("place") Optional<String> place,
            @QueryParam("queueId") Optional<String> queueId, @QueryParam("sender") Optional<String> sender,
            @QueryParam("recipient") Optional<String> recipient, @QueryParam("words") Optional<String> words,
            @QueryParam("since") Optional<Instant> since, @QueryParam("before") Optional<Instant> before,
            @QueryParam("after") Optional<String> after, @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit,
            @Context UriInfo asked) {
        OptionalLong last = after.map(id -> OptionalLong.of(Checked.id(Paged.AFTER, id)))
                .orElse(OptionalLong.empty());
        String there = place.filter(one -> !one.isEmpty())
                .orElseThrow(() -> ProblemException.ofField("place", "is a queue or topic, such as queue:orders"));
        ManyAgain sought = new ManyAgain(there, queueId, sender, recipient, words, since, before, Optional.empty());
        try {
            ArchiveQuery query = new ArchiveQuery(sought.filter(), ArchiveQuery.Order.OLDEST_FIRST, last,
                    limit.lines());
            return Paged.of(desk.list(query), limit, asked, one -> Long.toString(one.id())).as(ArchivedLine::of);
        } catch (IllegalArgumentException wrong) {
            throw ProblemException.ofField("place", String.valueOf(wrong.getMessage()));
        }
    }

    @POST
    @Path("replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Begins to hand over once more what is archived and matches; the operation goes on by itself", by = Role.OPERATOR, status = 202)
    public OperationLine replay(ManyAgain many) {
        try {
            return OperationLine.begun(desk.begin(many.filter(), many.to(), By.name()));
        } catch (IllegalArgumentException wrong) {
            throw ProblemException.of(ProblemKind.CONFLICT, String.valueOf(wrong.getMessage()));
        }
    }

    @GET
    @Path("mail/{id}")
    @Does(value = "Shows one archived message, without its content", by = Role.AUDITOR)
    public ArchivedMessage show(@PathParam(ID) String id) {
        ArchivedMail line = ProblemException.orNotFound(desk.line(Checked.id(ID, id)));
        return new ArchivedMessage(ArchivedLine.of(line), desk.recipients(line.id()));
    }

    @POST
    @Path("mail/{id}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Hands one archived message over once more", by = Role.OPERATOR)
    public QueueResource.Done replay(@PathParam(ID) String id, Again again) throws QueueUnavailableException {
        long number = Checked.id(ID, id);
        ProblemException.orNotFound(desk.line(number));
        try {
            desk.now(number, again.to(), By.name()).ifPresent(fault -> {
                throw ProblemException.of(ProblemKind.CONFLICT, fault.toString());
            });
        } catch (IllegalArgumentException wrong) {
            throw ProblemException.of(ProblemKind.CONFLICT, String.valueOf(wrong.getMessage()));
        }
        return new QueueResource.Done(1);
    }

    @GET
    @Path("mail/{id}/parts")
    @Does(value = "Shows what an archived message is made of: its header fields, and its parts", by = Role.OPERATOR)
    public MadeOf parts(@PathParam(ID) String id) {
        return MadeOf.of(ProblemException.orNotFound(contents.look(key(id))));
    }

    @GET
    @Path("mail/{id}/text")
    @Does(value = "Shows the text of an archived message", by = Role.OPERATOR)
    public ContentResource.Text text(@PathParam(ID) String id,
            @QueryParam("as") @DefaultValue("plain") ContentResource.Kind kind) {
        String key = key(id);
        return ContentResource.text(() -> contents.text(key, kind == ContentResource.Kind.HTML));
    }

    @GET
    @Path("mail/{id}/source")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Does(value = "Hands out an archived message, all its octets", by = Role.OPERATOR)
    public InputStream source(@PathParam(ID) String id) throws IOException {
        String key = key(id);
        return ContentResource.octets(() -> contents.source(key));
    }

    @GET
    @Path("mail/{id}/parts/{number:\\d{1,4}}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Does(value = "Hands out one part of an archived message, decoded", by = Role.OPERATOR)
    public InputStream part(@PathParam(ID) String id, @PathParam("number") int number) throws IOException {
        String key = key(id);
        return ContentResource.octets(() -> contents.file(key, number));
    }

    private static String key(String id) {
        return ArchivedMail.key(Checked.id(ID, id));
    }
}
