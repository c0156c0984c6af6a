package org.postern.web.api.server;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.postern.admin.access.Role;
import org.postern.admin.flow.FlowHistory;
import org.postern.admin.flow.FlowRange;
import org.postern.admin.overview.Gauge;
import org.postern.admin.overview.OverviewDesk;
import org.postern.admin.server.CertificateView;
import org.postern.admin.server.ListenerView;
import org.postern.admin.server.QueueView;
import org.postern.admin.server.Readiness;
import org.postern.admin.server.Remarks;
import org.postern.admin.server.ServerView;
import org.postern.admin.server.SessionView;
import org.postern.flow.FlowCounts;
import org.postern.flow.FlowKind;
import org.postern.sentence.Sentence;
import org.postern.web.api.Does;
import org.postern.web.api.Limit;
import org.postern.web.api.Paged;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** This node, as it is now. */
@Path("/server")
@Produces(MediaType.APPLICATION_JSON)
public class ServerResource {
    @Inject
    private Readiness readiness;
    @Inject
    private Remarks remarks;
    @Inject
    private ServerView server;
    @Inject
    private OverviewDesk overview;

    /**
     * How it stands.
     *
     * @param ready whether mail is taken
     * @param obstacles what keeps it out
     * @param remarks what should be seen to, although mail is taken
     */
    public record Standing(boolean ready, List<Sentence> obstacles, List<Sentence> remarks) {}

    /**
     * An SMTP session that is going on.
     *
     * @param reference its name in replies, log and trace
     * @param helo the name it has presented itself with; empty before
     * @param stage {@code preparing}, {@code idle}, {@code in-message}, {@code working} or {@code writing}
     * @param tls the protocol; empty without TLS
     * @param identity who the client has proved to be; empty if nobody
     */
    public record Session(String listener, String reference, String client, String helo, String stage, String tls,
            String identity, long octets, long messages, long seconds) {
        static Session of(SessionView view) {
            return new Session(view.listener(), view.reference(), view.client(), view.helo(), view.stage(), view.tls(),
                    view.identity(), view.octets(), view.messages(), view.age().toSeconds());
        }
    }

    /**
     * A certificate of a port.
     *
     * @param names for which it is good
     */
    public record Certificate(String listener, String subject, String names, Instant ends) {
        static Certificate of(CertificateView view) {
            return new Certificate(view.listener(), view.subject(), view.names(), view.ends());
        }
    }

    /**
     * What came and went in one step of time, on all nodes.
     *
     * @param begins its first moment
     * @param received messages taken, from clients or from applications
     * @param delivered deliveries that the next server, or an application's queue, has taken
     * @param refused commands and messages that clients were refused
     * @param deferred attempts to deliver that are to be made again
     * @param failed deliveries that failed for good
     * @param quarantined messages taken and set aside by a verdict; received counts them, too
     */
    public record Flow(Instant begins, long seconds, long received, long delivered, long refused, long deferred,
            long failed, long quarantined) {
        static Flow of(Instant begins, Duration step, FlowCounts counts) {
            return new Flow(begins, step.toSeconds(), counts.of(FlowKind.RECEIVED), counts.of(FlowKind.DELIVERED),
                    counts.of(FlowKind.REFUSED), counts.of(FlowKind.DEFERRED), counts.of(FlowKind.FAILED),
                    counts.of(FlowKind.QUARANTINED));
        }
    }

    @GET
    @Path("flow")
    @Does(value = "Tells how much mail came and went over the last hour by the minute, the last day by ten minutes or the last month by six hours; the last step is not over yet", by = Role.AUDITOR)
    public Paged<Flow> flow(@QueryParam("range") @DefaultValue("hour") FlowRange range) {
        FlowHistory history = overview.history(range);
        return Paged.whole(IntStream.range(0, history.steps().size())
                .mapToObj(at -> Flow.of(history.begins().plus(range.step().multipliedBy(at)), range.step(),
                        history.steps().get(at)))
                .toList());
    }

    @GET
    @Path("gauges")
    @Does(value = "Tells how stores, disks, scanners and certificates stand, some seconds ago at most", by = Role.AUDITOR)
    public Paged<Gauge> gauges() {
        return Paged.whole(overview.now().gauges());
    }

    @GET
    @Does(value = "Says whether mail is taken, and what should be seen to", by = Role.AUDITOR)
    public Standing standing() {
        List<Sentence> noted = remarks.all();
        List<Sentence> obstacles = readiness.obstacles();
        return new Standing(obstacles.isEmpty(), obstacles, noted);
    }

    @GET
    @Path("listeners")
    @Does(value = "Lists the ports on which mail comes in", by = Role.AUDITOR)
    public Paged<ListenerView> listeners() {
        return Paged.whole(server.listeners());
    }

    @GET
    @Path("certificates")
    @Does(value = "Lists the certificates of the ports, and when they end", by = Role.AUDITOR)
    public Paged<Certificate> certificates() {
        return Paged.whole(server.certificates().stream().map(Certificate::of).toList());
    }

    @GET
    @Path("sessions")
    @Does(value = "Lists the SMTP sessions that are going on, listener by listener, in the order of their names", by = Role.AUDITOR)
    public Paged<Session> sessions(@QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit, @Context UriInfo asked) {
        List<Session> page = server.sessions()
                .stream()
                .map(Session::of)
                .filter(session -> place(session).compareTo(after) > 0)
                .sorted(Comparator.comparing(ServerResource::place))
                .limit(limit.lines())
                .toList();
        return Paged.of(page, limit, asked, ServerResource::place);
    }

    private static String place(Session session) {
        return session.listener() + " " + session.reference();
    }

    @GET
    @Path("queues")
    @Does(value = "Lists the JMS queues, the gateway's own and those of applications", by = Role.AUDITOR)
    public Paged<QueueView> queues() {
        return Paged.whole(server.queues());
    }
}
