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
import org.postern.admin.applications.ApplicationDesk;
import org.postern.admin.applications.ApplicationView;
import org.postern.sentence.Sentence;
import org.postern.web.api.Does;
import org.postern.web.api.Limit;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The queues and topics of applications, as they are on this node. */
@Path("/applications")
@Produces(MediaType.APPLICATION_JSON)
public class ApplicationsResource {
    @Inject
    private ApplicationDesk desk;

    /**
     * A queue or a topic.
     *
     * @param name as in a route, such as {@code queue:orders}
     * @param routes what leads there
     * @param held what it holds; left out where there is none yet, or the broker does not say
     */
    public record ApplicationLine(String name, List<String> routes, Optional<Held> held) {
        static ApplicationLine of(ApplicationView view) {
            return new ApplicationLine(view.name(), view.routes().stream().map(Sentence::toString).toList(),
                    view.figures().map(Held::of));
        }
    }

    /**
     * What a queue holds, or all subscriptions of a topic.
     *
     * @param depth messages, those being delivered among them
     * @param scheduled that wait for another attempt
     * @param added since the start of the broker
     * @param inPerMinute that came lately; left out until somebody has looked twice
     * @param outPerMinute that left lately; left out until then
     * @param oldest when the message was sent that is next
     */
    public record Held(long depth, long delivering, long scheduled, long consumers, long added,
            OptionalInt inPerMinute, OptionalInt outPerMinute, Optional<Instant> oldest) {
        static Held of(ApplicationView.Held held) {
            return new Held(held.depth(), held.delivering(), held.scheduled(), held.consumers(), held.added(),
                    rounded(held.in()), rounded(held.out()), held.oldest());
        }

        private static OptionalInt rounded(OptionalDouble rate) {
            return rate.isPresent() ? OptionalInt.of((int) Math.round(rate.getAsDouble())) : OptionalInt.empty();
        }
    }

    /**
     * One of them, and who may read it.
     *
     * @param roles which accounts have that may read it from outside
     * @param accounts that this server keeps for applications
     */
    public record OneApplication(ApplicationLine application, List<String> roles, List<String> accounts) {}

    @GET
    @Does(value = "Lists the queues and topics of applications", by = Role.AUDITOR)
    public Paged<ApplicationLine> list(@QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit, @Context UriInfo asked) {
        Limit page = new Limit(Math.min(limit.lines(), ApplicationDesk.MAX_LIMIT));
        return Paged.of(desk.after(after, page.lines()), page, asked, ApplicationView::name).as(ApplicationLine::of);
    }

    @GET
    @Path("{name}")
    @Does(value = "Shows a queue or a topic, and who may read it", by = Role.AUDITOR)
    public OneApplication show(@PathParam("name") String name) {
        ApplicationView view = ProblemException.orNotFound(desk.find(name));
        return new OneApplication(ApplicationLine.of(view), desk.roles(name), desk.accounts(name));
    }
}
