package org.postern.admin.probe;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Act;
import org.postern.admin.access.Acts;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.admin.parked.Operations;
import org.postern.admin.parked.OperationView;
import org.postern.config.Settings;
import org.postern.delivery.host.HostSettings;
import org.postern.delivery.probe.MailProbe;
import org.postern.limit.Bulkhead;
import org.postern.limit.BusyException;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.routing.Destination;
import org.postern.routing.Route;
import org.postern.routing.Router;
import org.postern.routing.RoutingAssembly;
import org.postern.routing.RoutingStore;
import org.postern.routing.StoredRoute;
import org.postern.routing.Way;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks servers whether they would take mail, as an operation: a person at a time once, and few at all. Hosts inside are asked where a route leads to them and nowhere else.
 * What came of the last ones is kept in the memory of this node.
 */
@Desk
@Singleton
public class ProbeDesk {
    /** How many are asked for at a time. */
    static final int AT_ONCE = 2;
    private static final int MOST_KEPT = 20;
    private static final int SUBMISSION = 587;
    private static final Sentence BUSY = Sentence
            .form("probesBusy", "Others are asking servers; try again in a moment.")
            .with();
    private static final Sentence ONE_AT_A_TIME = Sentence
            .form("probesOfOne", "You are asking servers already; wait for what comes of it.")
            .with();
    private static final Sentence.Form NO_SERVER = Sentence.form("probeOfNoServer",
            "No server is asked for mail to {0}: {1}.");
    private static final Sentence.Form GOES_TO = Sentence.form("itGoesToX", "it goes to {0}");
    private static final Sentence NOWHERE = Sentence.form("itGoesNowhere", "it goes nowhere").with();

    private final MailProbe probe;
    private final Router router;
    private final RoutingStore stored;
    private final RoutingAssembly assembly;
    private final Operations operations;
    private final Settings settings;
    private final InstantSource clock;
    private final Bulkhead bulkhead = new Bulkhead(AT_ONCE);
    private final Set<String> asking = ConcurrentHashMap.newKeySet();
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    /** A probe, and who began it. */
    private record Kept(ProbeJob job, String by) {}

    @Inject
    ProbeDesk(MailProbe probe, Router router, RoutingStore stored, RoutingAssembly assembly, Operations operations,
            Settings settings, InstantSource clock) {
        this.probe = probe;
        this.router = router;
        this.stored = stored;
        this.assembly = assembly;
        this.operations = operations;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Begins to ask.
     *
     * @param recipient a domain, for its postmaster, or an address; empty for the postmaster of the host
     * @param host with or without a port; empty for where mail for the recipient goes
     * @return the probe, which goes on
     * @throws IllegalArgumentException saying what is wrong with the question
     * @throws BusyException if this person, or too many others, are asking
     */
    @Acts(value = Role.OPERATOR, as = "servers asked")
    public ProbeView begin(String recipient, String host) {
        ProbeQuestion question = ProbeQuestion.of(recipient, host, leading(), this::way,
                Stream.of(ProbeQuestion.SMTP, SUBMISSION, settings.get(HostSettings.PORT))
                        .collect(Collectors.toUnmodifiableSet()));
        String by = Caller.current().map(Caller::name).orElse("");
        ProbeJob job = admitted(question, by);
        Optional<OperationView> begun = Optional.empty();
        try {
            begun = operations.begin(job, by);
        } finally {
            if (begun.filter(OperationView::isRunning).isEmpty()) {
                job.over();
            }
        }
        String id = begun.map(OperationView::id).orElseThrow(() -> new BusyException(BUSY));
        keep(id, new Kept(job, by));
        Act.tells(job.subject(), Act.NOTHING, Operations.NAMED.with(id));
        return job.view(id, by);
    }

    private ProbeJob admitted(ProbeQuestion question, String by) {
        if (!asking.add(by)) {
            throw new BusyException(ONE_AT_A_TIME);
        }
        Optional<Bulkhead.Entry> entry = bulkhead.tryEnter();
        if (entry.isEmpty()) {
            asking.remove(by);
            throw new BusyException(BUSY);
        }
        return new ProbeJob(question, probe, clock.instant(), () -> {
            entry.get().close();
            asking.remove(by);
        });
    }

    private synchronized void keep(String id, Kept one) {
        kept.put(id, one);
        if (kept.size() > MOST_KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    /** {@return the probe of this name, if it is one of the last on this node} */
    @Looks(Role.OPERATOR)
    public synchronized Optional<ProbeView> find(String id) {
        return Optional.ofNullable(kept.get(id)).map(one -> one.job().view(id, one.by()));
    }

    private LeadingRoutes leading() {
        return new LeadingRoutes(
                Stream.concat(stored.routes().stream().filter(StoredRoute::enabled).flatMap(ProbeDesk::valid),
                        assembly.file().stream()).toList());
    }

    private static Stream<Route> valid(StoredRoute route) {
        try {
            return Stream.of(route.toRoute());
        } catch (IllegalArgumentException countsForNothing) {
            return Stream.empty();
        }
    }

    /** Aliases lead to others; asked is of the first of them. */
    private Way.To way(Mailbox recipient) {
        Envelope envelope = new Envelope(ReversePath.NULL, Parameters.NONE, List.of(Recipient.of(recipient)));
        List<Way> ways = router.itinerary(envelope, Optional.empty()).ways();
        if (!ways.isEmpty() && ways.getFirst() instanceof Way.To way && !way.destination().isApplication()
                && !way.destination().isHere()) {
            return way;
        }
        throw new RefusedException(NO_SERVER.with(recipient.toString(),
                ways.stream().findFirst().map(ProbeDesk::words).orElse(NOWHERE)));
    }

    private static Sentence words(Way way) {
        return way instanceof Way.To to
                ? GOES_TO.with(to.destination().toString())
                : way.reason();
    }
}
