package org.postern.delivery;

import org.postern.delivery.host.HostFinder;
import org.postern.delivery.host.NextServer;
import org.postern.delivery.host.TargetHosts;
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

    /** @param limit how long after its beginning an attempt turns to no other server, and begins no other transaction */
    public Deliverer(HostFinder hosts, OutboundSessions sessions, TlsPolicies policies, InstantSource clock,
            Duration limit, TlsResults results) {
        this.hosts = hosts;
        this.sessions = sessions;
        this.policies = policies;
        this.clock = clock;
        this.limit = limit;
        this.account = new TlsAccount(results);
    }

    /** {@return what the attempt made of each recipient} */
    public Attempt attempt(Message message, Destination destination) {
        return attempt(message, destination, taken -> {
        });
    }

    /** The same, telling at once whom a server has taken. */
    Attempt attempt(Message message, Destination destination, Consumer<List<RecipientResult>> taken) {
        Ledger ledger = new Ledger(message.envelope().recipients(), taken);
        Instant end = clock.instant().plus(limit);
        overServers(message, destination, end, ledger);
        return ledger.close();
    }

    private void overServers(Message message, Destination destination, Instant end, Ledger ledger) {
        switch (hosts.find(destination)) {
            case TargetHosts.Undeliverable(Reply reply) -> ledger.undeliverable(reply);
            case TargetHosts.Unknown(Reply reply, boolean ofHosts) -> {
                Diagnosis unknown = new Diagnosis.Local(Optional.empty(), reply);
                if (ofHosts) {
                    ledger.unreached(unknown);
                } else {
                    ledger.putOff(unknown);
                }
            }
            case TargetHosts.Found(List<NextServer> servers) -> inTurn(message, destination, servers, end, ledger);
        }
    }

    /** Asks host after host, and each address of a host until one has taken responsibility for everybody. */
    private void inTurn(Message message, Destination destination, List<NextServer> servers, Instant end,
            Ledger ledger) {
        List<NextServer> left = new ArrayList<>(servers);
        while (!left.isEmpty() && !ledger.open().isEmpty() && clock.instant().isBefore(end)) {
            left.removeIf(ledger::hasAsked);
            if (!left.isEmpty()) {
                left.removeAll(overHost(message, destination, ofFirstHost(left), end, ledger));
            }
        }
    }

    /** {@return its addresses} At another port is another host: they may be named together where a route names hosts. */
    private static List<NextServer> ofFirstHost(List<NextServer> servers) {
        NextServer first = servers.getFirst();
        return servers.stream()
                .takeWhile(server -> server.name().equals(first.name()) && server.port() == first.port())
                .toList();
    }

    private TlsPolicies.Decision decide(Message message, Destination destination, NextServer server) {
        return RequiredTls.of(message).heightened(policies.decide(destination, server), server);
    }

    /** {@return those of the addresses that need not be asked any more} */
    private List<NextServer> overHost(Message message, Destination destination, List<NextServer> addresses,
            Instant end, Ledger ledger) {
        return switch (decide(message, destination, addresses.getFirst())) {
            case TlsPolicies.Unusable unusable -> {
                account.unusable(addresses.getFirst(), unusable);
                ledger.putOff(new Diagnosis.Local(Optional.of(addresses.getFirst()), unusable.reply()));
                yield addresses;
            }
            case Demanded(TlsDemand demand) -> overHost(message, destination, addresses, demand, end, ledger);
        };
    }

    private List<NextServer> overHost(Message message, Destination destination, List<NextServer> addresses,
            TlsDemand demand, Instant end, Ledger ledger) {
        while (true) {
            switch (sessions.connect(destination, addresses, demand)) {
                case OutboundSessions.Open(OutboundSession session) -> {
                    account.opened(session);
                    if (offer(message, session, end, ledger)) {
                        return List.of(session.server());
                    }
                }
                case OutboundSessions.Refused(NextServer server, Reply reply) -> {
                    ledger.unreached(new Diagnosis.Remote(server, reply));
                    return List.of(server);
                }
                case OutboundSessions.Unprotected(NextServer server, Reply reply, TlsFault fault) -> {
                    account.unprotected(server, demand, fault);
                    ledger.unprotected(server, RequiredTls.of(message).told(reply));
                    return List.of(server);
                }
                case OutboundSessions.NotLoggedIn(NextServer server, Reply reply) -> {
                    ledger.unreached(new Diagnosis.Local(Optional.of(server), reply));
                    return List.of(server);
                }
                case OutboundSessions.Unreachable(NextServer server, String reason) -> {
                    ledger.unreached(unreached(server, reason));
                    return List.of(server);
                }
                case OutboundSessions.NoConnection(String reason) -> {
                    ledger.unreached(unreached(addresses.getFirst(), reason));
                    return addresses;
                }
            }
        }
    }

    private static Diagnosis unreached(NextServer server, String reason) {
        return Judge.local(server, "4.4.1", "no session with " + server + ": " + reason);
    }

    /** {@return false when the session turned out to be over already, so that nothing was learned} */
    private boolean offer(Message message, OutboundSession session, Instant end, Ledger ledger) {
        Envelope envelope = message.envelope().to(ledger.open());
        try {
            List<Outcome> outcomes = session.client()
                    .send(envelope, message.content(),
                            () -> clock.instant().isBefore(end));
            if (session.isReused() && outcomes.stream().allMatch(Deliverer::isStale)) {
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
