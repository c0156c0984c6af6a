package org.postern.delivery;

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

    public Deliverer(HostFinder hosts, OutboundSessions sessions) {
        this.hosts = hosts;
        this.sessions = sessions;
    }

    /** {@return what the attempt made of each recipient} */
    public Attempt attempt(Message message, Destination destination) {
        Ledger ledger = new Ledger(message.envelope().recipients());
        sessions.idle(destination).ifPresent(session -> offer(message, session, ledger));
        if (!ledger.open().isEmpty()) {
            overServers(message, destination, ledger);
        }
        return ledger.close();
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

    private void overServer(Message message, Destination destination, NextServer server, Ledger ledger) {
        boolean stale = true;
        while (stale) {
            stale = switch (sessions.connect(destination, server)) {
                case OutboundSessions.Open(OutboundSession session) -> !offer(message, session, ledger);
                case OutboundSessions.Refused(Reply reply) -> {
                    ledger.putOff(new Diagnosis.Remote(server, reply));
                    yield false;
                }
                case OutboundSessions.Unreachable(String reason) -> {
                    ledger.putOff(local(server, "4.4.1", "no session with " + server + ": " + reason));
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
            ledger.enter(session.server(), outcomes.stream().map(outcome -> judge(session.server(), outcome)).toList());
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

    private static Ledger.Judgement judge(NextServer server, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted(Reply reply) -> new Ledger.Judgement(new Diagnosis.Remote(server, reply), true);
            case Outcome.Refused(Step step, Reply reply) ->
                new Ledger.Judgement(new Diagnosis.Remote(server, reply), reply.isPermanent());
            case Outcome.Unfit(Reply reply) ->
                new Ledger.Judgement(new Diagnosis.Local(Optional.of(server), reply), true);
            case Outcome.Lost(Step step, String reason) -> new Ledger.Judgement(
                    local(server, "4.4.2", "the session with " + server + " broke off at " + step + ": " + reason),
                    false);
            case Outcome.InDoubt(String reason) ->
                new Ledger.Judgement(
                        local(server, "4.4.2", server + " may have taken the message, but did not say so: " + reason),
                        true);
        };
    }

    private static Diagnosis local(NextServer server, String status, String text) {
        String line = text.replace('\r', ' ').replace('\n', ' ');
        return new Diagnosis.Local(Optional.of(server), Reply.of(451, status, line));
    }
}
