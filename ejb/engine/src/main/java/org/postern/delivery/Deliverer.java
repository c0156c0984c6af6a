package org.postern.delivery;

import org.postern.delivery.host.HostFinder;
import org.postern.delivery.host.NextServer;
import org.postern.delivery.host.Obstacle;
import org.postern.delivery.host.TargetHosts;
import org.postern.delivery.host.Turns;
import org.postern.delivery.outcome.Attempt;
import org.postern.delivery.outcome.Diagnosis;
import org.postern.delivery.outcome.RecipientResult;
import org.postern.delivery.tls.RequiredTls;
import org.postern.delivery.tls.TlsDemand;
import org.postern.delivery.tls.TlsFault;
import org.postern.delivery.tls.TlsPolicies;
import org.postern.delivery.tls.TlsPolicies.Demanded;
import org.postern.mail.Envelope;
import org.postern.mail.Message;
import org.postern.routing.Destination;
import org.postern.sentence.Sentence;
import org.postern.smtp.Reply;
import org.postern.smtp.client.Outcome;
import org.postern.smtp.client.Step;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes one attempt to hand a message on: over the destination's servers in their order, with each over an idle session if there is
 * one, until each recipient has a final answer or the servers are exhausted. What a server has refused for good, or may have
 * taken, is not offered to another one; what it has put off is.
 *
 * <p>Whatever goes wrong without a stated 5xx is temporary.
 */
public final class Deliverer {
    private static final int SERVICE_CLOSING = 421;
    private static final Sentence.Form NO_SESSION = Sentence.form("noSessionWithX", "no session with {0}: {1}");
    private static final Sentence.Form CROWDED = Sentence.form("networkIsCrowded",
            "as many deliveries to the network of {0} are under way as may be");

    private final HostFinder hosts;
    private final OutboundSessions sessions;
    private final TlsPolicies policies;
    private final InstantSource clock;
    private final Duration limit;
    private final TlsAccount account;

    /** The same, counting nothing. */
    public Deliverer(HostFinder hosts, OutboundSessions sessions, TlsPolicies policies, InstantSource clock,
            Duration limit) {
        this(hosts, sessions, policies, clock, limit, (policy, host, fault) -> {
        });
    }

    /** @param limit how long after its servers were found an attempt turns to no other one, and begins no other transaction */
    public Deliverer(HostFinder hosts, OutboundSessions sessions, TlsPolicies policies, InstantSource clock,
            Duration limit, TlsResults results) {
        this.hosts = hosts;
        this.sessions = sessions;
        this.policies = policies;
        this.clock = clock;
        this.limit = limit;
        this.account = new TlsAccount(results);
    }

    /** What is to be handed on, until when, and what came of it so far. */
    private record Task(Message message, Destination destination, Turns turns, Instant end, Ledger ledger) {}

    /** {@return whether all is known that a destination itself publishes about its sessions} */
    public boolean isPrepared(Destination destination) {
        return policies.isLearned(destination);
    }

    /** Learns it, from hosts that are not those of the mail. {@return false where it is not their turn} Blocks. */
    public boolean prepare(Destination destination, Turns turns) {
        return policies.learn(destination, turns);
    }

    /** {@return what the attempt made of each recipient} */
    public Attempt attempt(Message message, Destination destination) {
        return attempt(message, destination, Turns.FREE, taken -> {
        });
    }

    /**
     * {@return what the attempt made of each recipient} Talks with those alone whose turn it is.
     *
     * @param taken told at once whom a server has taken
     */
    public Attempt attempt(Message message, Destination destination, Turns turns,
            Consumer<List<RecipientResult>> taken) {
        Ledger ledger = new Ledger(message.envelope().recipients(), taken);
        turns.leave();
        switch (hosts.find(destination)) {
            case TargetHosts.Undeliverable(Obstacle why) -> ledger.undeliverable(why);
            case TargetHosts.Unknown(Obstacle why, boolean ofHosts) -> {
                Diagnosis unknown = new Diagnosis.Local(Optional.empty(), why);
                if (ofHosts) {
                    ledger.unreached(unknown);
                } else {
                    ledger.putOff(unknown);
                }
            }
            case TargetHosts.Found(List<NextServer> servers) ->
                inTurn(new Task(message, destination, turns, clock.instant().plus(limit), ledger), servers);
        }
        return ledger.close();
    }

    /**
     * Asks host after host, and each address of a host until one has taken responsibility for everybody; the first host whatever the
     * time is.
     */
    private void inTurn(Task task, List<NextServer> servers) {
        List<NextServer> left = new ArrayList<>(servers);
        do {
            left.removeAll(overHost(task, ofFirstHost(left)));
            left.removeIf(task.ledger()::hasAsked);
        } while (!left.isEmpty() && !task.ledger().open().isEmpty() && clock.instant().isBefore(task.end()));
    }

    /** {@return its addresses} At another port is another host: they may be named together where a route names hosts. */
    private static List<NextServer> ofFirstHost(List<NextServer> servers) {
        NextServer first = servers.getFirst();
        return servers.stream()
                .takeWhile(server -> server.name().equals(first.name()) && server.port() == first.port())
                .toList();
    }

    /** {@return those of the addresses that need not be asked any more} */
    private List<NextServer> overHost(Task task, List<NextServer> addresses) {
        NextServer first = addresses.getFirst();
        task.turns().leave();
        return switch (RequiredTls.of(task.message())
                .heightened(policies.decide(task.destination(), first), first)) {
            case TlsPolicies.Unusable unusable -> {
                account.unusable(first, unusable);
                task.ledger().putOff(new Diagnosis.Local(Optional.of(first), unusable.why()));
                yield addresses;
            }
            case Demanded(TlsDemand demand) -> {
                List<NextServer> free = task.turns().turnTo(addresses);
                if (free.isEmpty()) {
                    task.ledger()
                            .putOff(Judge.local(first, "4.4.5", CROWDED.with(first.toString())));
                }
                yield free.isEmpty() ? addresses : overHost(task, free, demand);
            }
        };
    }

    private List<NextServer> overHost(Task task, List<NextServer> addresses, TlsDemand demand) {
        Ledger ledger = task.ledger();
        while (true) {
            switch (sessions.connect(task.destination(), addresses, demand)) {
                case OutboundSessions.Open(OutboundSession session) -> {
                    task.turns().stayWith(session.server());
                    account.opened(session);
                    if (offer(task, session)) {
                        return List.of(session.server());
                    }
                }
                case OutboundSessions.Refused(NextServer server, Reply reply) -> {
                    ledger.unreached(new Diagnosis.Remote(server, reply));
                    return List.of(server);
                }
                case OutboundSessions.Unprotected(NextServer server, Reply reply, TlsFault fault) -> {
                    account.unprotected(server, demand, fault);
                    ledger.unprotected(server, RequiredTls.of(task.message()).told(reply));
                    return List.of(server);
                }
                case OutboundSessions.NotLoggedIn(NextServer server, Reply reply) -> {
                    ledger.unreached(new Diagnosis.Local(Optional.of(server), reply));
                    return List.of(server);
                }
                case OutboundSessions.Unreachable(NextServer server, Sentence reason) -> {
                    ledger.unreached(unreached(server, reason));
                    return List.of(server);
                }
                case OutboundSessions.NoConnection(Sentence reason) -> {
                    ledger.unreached(unreached(addresses.getFirst(), reason));
                    return addresses;
                }
            }
        }
    }

    private static Diagnosis unreached(NextServer server, Sentence reason) {
        return Judge.local(server, "4.4.1", NO_SESSION.with(server.toString(), reason));
    }

    /** {@return false when the session turned out to be over already, so that nothing was learned} */
    private boolean offer(Task task, OutboundSession session) {
        Ledger ledger = task.ledger();
        Message message = task.message();
        Envelope envelope = message.envelope().to(ledger.open());
        try {
            List<Outcome> outcomes = session.client()
                    .send(envelope, message.content(),
                            () -> clock.instant().isBefore(task.end()));
            boolean stale = session.isReused() && outcomes.stream().allMatch(Deliverer::isStale);
            if (stale && clock.instant().isBefore(task.end())) {
                return false;
            }
            Judge judge = new Judge(session);
            ledger.enter(session.server(), outcomes.stream().map(judge::judge).toList());
            return true;
        } finally {
            sessions.release(session);
        }
    }

    /** The server ended the session while it lay idle, or does so now because it has carried enough. */
    private static boolean isStale(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Lost lost -> lost.step() == Step.MAIL;
            case Outcome.Refused refused -> refused.step() == Step.MAIL && refused.reply().code() == SERVICE_CLOSING;
            default -> false;
        };
    }
}
