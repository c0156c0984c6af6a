package org.postern.ra;

import static org.postern.ra.PosternRaLog.LOG;

import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import org.postern.ra.tls.ServerTls;
import org.postern.ra.tls.TlsMode;
import org.postern.network.ClientNetwork;
import org.postern.receiver.Refusal;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One port and the endpoint behind it. Once started it holds the port until {@link #close}. Whether it takes sessions depends on
 * the endpoint: while there is none, whoever connects is told 421 4.3.2. Nothing here throws because of a port, a client or an
 * endpoint.
 */
final class SmtpListener {
    private final ListenerSettings settings;
    private final Surroundings surroundings;
    private final SessionTerms terms;
    private final SessionLimits limits;
    private final Acceptor acceptor;
    private final Sessions sessions = new Sessions();
    private volatile Optional<MessageEndpointFactory> endpoints = Optional.empty();
    private volatile long pausedUntil;
    private volatile boolean closed;

    SmtpListener(ListenerSettings settings, Surroundings surroundings) {
        this.settings = settings;
        this.surroundings = surroundings;
        this.terms = surroundings.termsOf(settings);
        this.limits = new SessionLimits(settings.name(), settings.sessions(), surroundings.going(),
                surroundings.memory(), SessionMemory.each(settings));
        this.acceptor = new Acceptor(settings.name(), settings.address(), this::take,
                surroundings.intervals().get());
    }

    /** Takes the port, now or as soon as it can be had, and the endpoint's sessions. */
    void start(MessageEndpointFactory endpoint) {
        resume(endpoint);
        acceptor.start();
    }

    /** Takes sessions, for this endpoint. */
    void resume(MessageEndpointFactory endpoint) {
        pausedUntil = 0;
        endpoints = Optional.of(endpoint);
        terms.reports().use(endpoint);
    }

    /**
     * Takes no session any more and ends those that are going on: messages that are arriving may finish within the drain time,
     * everybody else hears 421. The endpoint is not called any more after the return, unless a call does not come back. The port
     * is kept. May be called again.
     */
    void suspend() {
        if (endpoints.isPresent()) {
            // Told first: a receiver that fails from now on is one that is being taken away.
            sessions.retire();
            endpoints = Optional.empty();
            LOG.suspended(settings.name());
        }
        drain(settings.patience().drain());
        terms.reports().rest();
    }

    /** Ends sessions as {@link #suspend} does but does not wait, and takes sessions again after a while if nothing else is said. */
    void pause() {
        pausedUntil = surroundings.ticks().getAsLong() + settings.patience().drain().multipliedBy(3).toNanos();
        sessions.retire();
    }

    /** Frees the port and ends all sessions. May be called again. */
    void close() {
        Duration patience = isActive() ? settings.patience().drain() : Duration.ZERO;
        sessions.retire();
        closed = true;
        endpoints = Optional.empty();
        if (acceptor.close()) {
            LOG.closed(settings.name());
        }
        limits.close();
        drain(patience);
        terms.reports().rest();
    }

    private void drain(Duration patience) {
        int late = sessions.drain(patience);
        if (late > 0) {
            LOG.cut(settings.name(), late, patience.toSeconds());
        }
    }

    /** Looks after sessions whose clients are too slow; to be called about once a second. */
    void sweep() {
        sessions.sweep();
        terms.reports().sweep();
    }

    /** {@return whether it has an endpoint, were it paused at the moment or not} */
    boolean isActive() {
        return endpoints.isPresent();
    }

    ListenerState state() {
        if (closed) {
            return ListenerState.CLOSED;
        }
        if (acceptor.port().isEmpty()) {
            return ListenerState.BINDING;
        }
        return takesSessions() ? ListenerState.OPEN : ListenerState.SUSPENDED;
    }

    private boolean takesSessions() {
        return endpoints.isPresent() && surroundings.ticks().getAsLong() >= pausedUntil;
    }

    private void take(Socket socket) {
        SessionFacts facts = factsOf(socket);
        Optional<MessageEndpointFactory> endpoint = endpoints;
        if (endpoint.isEmpty() || !takesSessions()) {
            refuse(socket, facts, Replies.NOT_TAKING_MAIL, "suspended, or going down");
        } else if (!settings.trust().admits(facts.client().getAddress())) {
            terms.counts().notAProxy(facts.client().getAddress().getHostAddress());
            Refusals.end(socket);
            terms.reports().tell(facts, Refusals.silent(Refusal.CONNECT, "not one of the proxies"));
        } else {
            take(socket, facts, endpoint.get());
        }
    }

    private void take(Socket socket, SessionFacts facts, MessageEndpointFactory endpoint) {
        Optional<SessionLimits.Place> place = limits.enter().or(() -> madeFor(facts));
        if (place.isEmpty()) {
            tooMany(socket, facts, limits.ofAll());
            return;
        }
        Optional<String> limit = settings.trust().proxied()
                ? Optional.empty()
                : place.get().occupiedBy(facts.client().getAddress());
        if (limit.isPresent()) {
            place.get().leave();
            tooMany(socket, facts, limit.get());
        } else {
            begin(socket, facts, place.get(), endpoint);
        }
    }

    /** {@return the place of a client that was silent; behind a proxy nobody knows yet for whom it would be} */
    private Optional<SessionLimits.Place> madeFor(SessionFacts facts) {
        return !settings.trust().proxied() && sessions.makeRoom(ClientNetwork.of(facts.client().getAddress()))
                ? limits.enter()
                : Optional.empty();
    }

    private void tooMany(Socket socket, SessionFacts facts, String limit) {
        terms.counts().tooMany(facts.client().getAddress().getHostAddress(), limit);
        refuse(socket, facts, Replies.TOO_MANY_CONNECTIONS, limit);
    }

    /** Where TLS comes first, there is nobody yet who could be told. */
    private void refuse(Socket socket, SessionFacts facts, Reply reply, String reason) {
        if (settings.tls() == TlsMode.IMPLICIT) {
            Refusals.end(socket);
            terms.reports().tell(facts, Refusals.silent(Refusal.CONNECT, reason));
        } else {
            Refusals.end(socket, reply.signed(facts.reference()));
            terms.reports().tell(facts, Refusals.of(reply, reason));
        }
    }

    private void begin(Socket socket, SessionFacts facts, SessionLimits.Place place, MessageEndpointFactory endpoint) {
        SmtpConnection session = new SmtpConnection(new TransmissionChannel(socket), facts, terms,
                named -> {
                    Optional<String> limit = place.occupiedBy(named.client().getAddress());
                    limit.ifPresent(_ -> place.leave());
                    return limit;
                });
        terms.counts().session();
        sessions.add(session, place);
        Thread.ofVirtual().name("smtp-" + facts.reference()).start(() -> {
            try {
                session.run(endpoint);
            } finally {
                place.leave();
                sessions.remove(session);
            }
        });
        if (!takesSessions()) {
            session.retire();
        }
    }

    private SessionFacts factsOf(Socket socket) {
        return SessionFacts.begun(surroundings.references().next(), settings.name(), settings.role(),
                settings.greetingName(), (InetSocketAddress) socket.getRemoteSocketAddress(),
                (InetSocketAddress) socket.getLocalSocketAddress());
    }

    ListenerSettings settings() {
        return settings;
    }

    /** {@return the port in use, while there is one} */
    OptionalInt port() {
        return acceptor.port();
    }

    /** {@return why the port could not be had the last time; empty when it could} */
    String bindError() {
        return acceptor.lastError();
    }

    /** {@return octets that its sessions can need, were there as many as it may have} */
    long memory() {
        return (long) settings.sessions().total() * SessionMemory.each(settings);
    }

    int going() {
        return sessions.count();
    }

    /** {@return sessions that wait for their clients} */
    int idle() {
        return sessions.idle();
    }

    /** {@return the certificates that it shows; none where it speaks no TLS, or cannot} */
    List<ServerTls.Shown> certificates() {
        return settings.tls() == TlsMode.NONE ? List.of() : terms.tls().shown();
    }

    List<SessionState> sessionList() {
        return sessions.list();
    }

    ListenerCounts counts() {
        return terms.counts();
    }
}
