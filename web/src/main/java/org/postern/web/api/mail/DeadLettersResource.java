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
import org.postern.admin.applications.DeadAct;
import org.postern.admin.applications.DeadLetterDesk;
import org.postern.admin.applications.DeadLetterKey;
import org.postern.admin.applications.DeadLetterView;
import org.postern.admin.applications.DeadSelection;
import org.postern.queue.MailQueue;
import org.postern.queue.QueueUnavailableException;
import org.postern.sentence.RefusedException;
import org.postern.web.api.By;
import org.postern.web.api.Does;
import org.postern.web.api.Limit;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;
import org.postern.web.api.ProblemKind;

import java.util.List;
import java.util.Optional;

/** What nobody could process. */
@Path("/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
public class DeadLettersResource {
    private static final String KEY = "key";
    private static final String NOTHING_FOR_IT = "is nothing for this act";

    @Inject
    private DeadLetterDesk desk;

    /** What is done about it. */
    public enum DeadLetterAct {
        /** It goes back to where it came from, or to another queue. */
        REPLAY,
        /** The same with another envelope, for one message alone. */
        MEND,
        /** It ends. */
        DELETE
    }

    /**
     * What is done about one.
     *
     * @param to the queue to which it is sent, in place of where it came from
     * @param sender to mend: the reverse-path from now on; empty text for the null one, without for that which is there
     * @param recipients to mend: all of them from now on, at most 1,000; none for those that are there
     */
    public record DeadDeed(DeadLetterAct act, Optional<String> to, Optional<String> sender, List<String> recipients) {
        DeadAct toAct() {
            if (act == DeadLetterAct.DELETE && to.isPresent()) {
                throw ProblemException.ofField("to", NOTHING_FOR_IT);
            }
            if (act != DeadLetterAct.MEND && (sender.isPresent() || !recipients.isEmpty())) {
                throw ProblemException.ofField(sender.isPresent() ? "sender" : "recipients", NOTHING_FOR_IT);
            }
            return switch (act) {
                case REPLAY -> new DeadAct.Replay(to);
                case MEND -> mend();
                case DELETE -> new DeadAct.Drop();
            };
        }

        private DeadAct mend() {
            try {
                return DeadAct.Mend.of(to, sender, recipients);
            } catch (RefusedException wrong) {
                throw ProblemException.ofField(recipients.isEmpty() ? "sender" : "recipients",
                        String.valueOf(wrong.getMessage()));
            }
        }
    }

    /**
     * What is done about many at once.
     *
     * @param to the queue to which they are sent, in place of where they came from
     * @param keys those, at most 1,000
     * @param queue in place of keys: all that lies there now
     * @param cameFrom with queue: only what was in this queue before
     */
    public record ManyDeadDeed(DeadLetterAct act, Optional<String> to, List<String> keys, Optional<String> queue,
            Optional<String> cameFrom) {}

    @GET
    @Does(value = "Lists what nobody could process, in the order in which a reader would get it", by = Role.AUDITOR)
    public Paged<DeadLetterView> list(@QueryParam("queue") @DefaultValue(MailQueue.DEAD) String queue,
            @QueryParam("cameFrom") Optional<String> cameFrom, @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit, @Context UriInfo asked)
            throws QueueUnavailableException {
        Limit page = new Limit(Math.min(limit.lines(), DeadLetterDesk.MAX_LIMIT));
        List<DeadLetterView> found = desk.list(queue, cameFrom, after, page.lines());
        boolean isUnnamed = !found.isEmpty() && found.getLast().key().isEmpty();
        return isUnnamed
                ? Paged.whole(found)
                : Paged.of(found, page, asked, one -> key(one.key().orElse("")).id());
    }

    /**
     * What no list shows for a moment.
     *
     * @param count how many
     */
    public record InMotion(long count) {}

    @GET
    @Path("in-motion")
    @Does(value = "Tells how many of them the list does not show at this moment, since they are being moved, completed or given back", by = Role.AUDITOR)
    public InMotion inMotion(@QueryParam("queue") @DefaultValue(MailQueue.DEAD) String queue) {
        return new InMotion(desk.inMotion(queue));
    }

    @GET
    @Path("{key}")
    @Does(value = "Shows one message that nobody could process, without its content", by = Role.AUDITOR)
    public DeadLetterView show(@PathParam(KEY) String key) throws QueueUnavailableException {
        return ProblemException.orNotFound(desk.find(key(key)));
    }

    @POST
    @Path("{key}/acts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Replays one message that nobody could process, with another envelope if need be, or deletes it", by = Role.OPERATOR)
    public QueueResource.Done act(@PathParam(KEY) String key, DeadDeed deed) throws QueueUnavailableException {
        desk.now(deed.toAct(), key(key), By.name()).ifPresent(fault -> {
            throw ProblemException.of(ProblemKind.CONFLICT, fault.toString());
        });
        return new QueueResource.Done(1);
    }

    @POST
    @Path("acts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Begins to replay or delete many messages that nobody could process; the operation goes on by itself", by = Role.OPERATOR, status = 202)
    public OperationLine begin(ManyDeadDeed deed) {
        if (deed.act() == DeadLetterAct.MEND) {
            throw ProblemException.ofField("act", "is done to one message at a time");
        }
        DeadAct act = new DeadDeed(deed.act(), deed.to(), Optional.empty(), List.of()).toAct();
        if (deed.keys().isEmpty() == deed.queue().isEmpty() || deed.keys().size() > DeadSelection.MOST) {
            throw ProblemException.ofField("keys", "say which by at most " + DeadSelection.MOST + " keys, or by queue");
        }
        DeadSelection selection = deed.queue()
                .<DeadSelection>map(queue -> new DeadSelection.All(queue, deed.cameFrom()))
                .orElseGet(() -> new DeadSelection.These(
                        deed.keys().stream().map(DeadLettersResource::key).toList()));
        try {
            return OperationLine.begun(desk.begin(act, selection, By.name()));
        } catch (IllegalArgumentException wrong) {
            throw ProblemException.of(ProblemKind.CONFLICT, String.valueOf(wrong.getMessage()));
        }
    }

    private static DeadLetterKey key(String text) {
        return DeadLetterKey.parse(text)
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "There is no such message."));
    }
}
