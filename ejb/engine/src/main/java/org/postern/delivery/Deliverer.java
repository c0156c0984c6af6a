package org.postern.delivery;

import org.postern.delivery.TlsPolicies.Demanded;
import org.postern.mail.Envelope;
import org.postern.mail.Message;
import org.postern.routing.Destination;
import org.postern.smtp.Reply;
import org.postern.smtp.client.Outcome;
import org.postern.smtp.client.Step;

import java.util.List;
import java.util.Optional;

/**
 * Makes one attempt to hand a message on: over an idle session if there is one, else over the destination's servers in their
 * order, until each recipient has a final answer or the servers are exhausted. What a server has refused for good, or may have
 * taken, is not offered to another one; what it has put off is.
 *
 * <p>Whatever goes wrong without a stated 5xx is temporary.
 */
public final class Deliverer {
    private static final int SERVICE_CLOSING = 421;

    private final HostFinder hosts;
    private final OutboundSessions sessions;
    private final TlsPolicies policies;

    public Deliverer(HostFinder hosts, OutboundSessions sessions, TlsPolicies policies) {
        this.hosts = hosts;
        this.sessions = sessions;
        this.policies = policies;
    }

    /** {@return what the attempt made of each recipient} */
    public Attempt attempt(Message message, Destination destination) {
        Ledger ledger = new Ledger(message.envelope().recipients());
        sessions.idle(destination).ifPresent(session -> overIdle(message, session, ledger));
        if (!ledger.open().isEmpty()) {
            overServers(message, destination, ledger);
        }
        return ledger.close();
    }

    private void overIdle(Message message, OutboundSession session, Ledger ledger) {
        boolean fit = decide(message, session.destination(), session.server()) instanceof Demanded(TlsDemand demand)
                && demand.isMetBy(session.protection());
        if (fit) {
            offer(message, session, ledger);
        } else {
            sessions.putBack(session);
        }
    }

    private void overServers(Message message, Destination destination, Ledger ledger) {
        switch (hosts.find(destination)) {
            case TargetHosts.Undeliverable(Reply reply) -> ledger.undeliverable(reply);
            case TargetHosts.Unknown(Reply reply) -> ledger.putOff(new Diagnosis.Local(Optional.empty(), reply));
            case TargetHosts.Found(List<NextServer> servers) -> {
                for (NextServer server : servers) {
                    if (!ledger.open().isEmpty() && !ledger.hasAsked(server)) {
                        overServer(message, destination, server, ledger);
                    }
                }
            }
        }
    }

    private TlsPolicies.Decision decide(Message message, Destination destination, NextServer server) {
        return RequiredTls.of(message).heightened(policies.decide(destination, server), server);
    }

    private void overServer(Message message, Destination destination, NextServer server, Ledger ledger) {
        switch (decide(message, destination, server)) {
            case TlsPolicies.Unusable(Reply reply) ->
                ledger.putOff(new Diagnosis.Local(Optional.of(server), reply));
            case Demanded(TlsDemand demand) -> overServer(message, destination, server, demand, ledger);
        }
    }

    private void overServer(Message message, Destination destination, NextServer server, TlsDemand demand,
            Ledger ledger) {
        boolean stale = true;
        while (stale) {
            stale = switch (sessions.connect(destination, server, demand)) {
                case OutboundSessions.Open(OutboundSession session) -> !offer(message, session, ledger);
                case OutboundSessions.Refused(Reply reply) -> {
                    ledger.putOff(new Diagnosis.Remote(server, reply));
                    yield false;
                }
                case OutboundSessions.Unprotected(Reply reply) -> {
                    ledger.unprotected(server, RequiredTls.of(message).told(reply));
                    yield false;
                }
                case OutboundSessions.Unreachable(String reason) -> {
                    ledger.putOff(Judge.local(server, "4.4.1", "no session with " + server + ": " + reason));
                    yield false;
                }
            };
        }
    }

    /** {@return false when the session turned out to be over already, so that nothing was learned} */
    private boolean offer(Message message, OutboundSession session, Ledger ledger) {
        Envelope envelope = message.envelope().to(ledger.open());
        try {
            List<Outcome> outcomes = session.client().send(envelope, message.content());
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
