package org.postern.net;

import org.postern.delivery.OutboundSession;
import org.postern.delivery.OutboundSessions;
import org.postern.delivery.host.NextServer;
import org.postern.delivery.probe.Witness;
import org.postern.delivery.tls.Protection;
import org.postern.delivery.tls.TlsDemand;
import org.postern.delivery.tls.TlsFault;
import org.postern.routing.Destination;
import org.postern.sentence.Sentence;
import org.postern.smtp.EnhancedStatus;
import org.postern.smtp.Reply;
import org.postern.smtp.client.Login;
import org.postern.smtp.client.MailProtocol;
import org.postern.smtp.client.Opening;
import org.postern.smtp.client.OverheardTransport;
import org.postern.smtp.client.SmtpClient;
import org.postern.smtp.client.StartTls;
import org.postern.smtp.client.Step;
import org.postern.smtp.client.Timeouts;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sessions with next servers over TCP. One that is given back in order waits a moment for the next message to the same server; it is closed with QUIT when none comes, or when it has carried enough.
 */
public final class SessionPool implements OutboundSessions {
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Settings settings;
    private final InstantSource clock;
    private final Executor farewells;
    private final ClientTls tls;
    private final Logins logins;
    private final Optional<Witness> witness;
    private final IdleSessions idle = new IdleSessions();
    private final Map<SmtpClient, SocketTransport> open = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    /**
     * How sessions are kept.
     *
     * @param name how we present ourselves
     * @param connect how long connecting may take
     * @param timeouts of each step after that
     * @param idle how long a session waits for the next message
     * @param maxMessages how many messages one session carries
     * @param maxAge how long after its opening a session takes another message
     * @param authorities PEM file of the authorities whose certificates are believed, where a demand names none; none: those that
     *        Java knows
     */
    public record Settings(String name, Duration connect, Timeouts timeouts, Duration idle, int maxMessages,
            Duration maxAge, Optional<Path> authorities) {}

    /** Says farewell to servers on {@code farewells}, because that may take a moment. */
    public SessionPool(Settings settings, Logins logins, InstantSource clock, Executor farewells) {
        this(settings, logins, clock, farewells, Optional.empty());
    }

    private SessionPool(Settings settings, Logins logins, InstantSource clock, Executor farewells,
            Optional<Witness> witness) {
        this.settings = settings;
        this.logins = logins;
        this.clock = clock;
        this.farewells = farewells;
        this.witness = witness;
        this.tls = new ClientTls(settings.authorities(), witness);
    }

    /** {@return sessions that hand over nothing, and are seen by this witness until the farewell} They come about as all others do. */
    public static SessionPool inquiring(Settings settings, Logins logins, InstantSource clock, Witness witness) {
        return new SessionPool(settings, logins, clock, Runnable::run, Optional.of(witness));
    }

    @Override
    public Connected connect(Destination destination, List<NextServer> servers, TlsDemand demand) {
        return servers.stream()
                .flatMap(server -> idle.take(destination, server, demand).stream())
                .findFirst()
                .<Connected>map(waiting -> new Open(waiting.towards(destination)))
                .orElseGet(() -> open(destination, servers, demand));
    }

    private Connected open(Destination destination, List<NextServer> servers, TlsDemand demand) {
        Greeted first = greet(destination, servers, demand, demand.startTls());
        if (first.opening() instanceof Opening.Unprotected(Reply why) && demand.startTls() == StartTls.IF_OFFERED) {
            Flaw flaw = new Flaw(String.join(" ", why.lines()), first.flaw().fault());
            return connected(destination, greet(destination, first.servers(), demand, StartTls.NEVER)
                    .because(flaw), demand);
        }
        boolean renewed = first.opening() instanceof Opening.LoginFailed
                && logins.of(destination, first.servers().getFirst()).map(Login::renew).orElse(false);
        return connected(destination, renewed
                ? greet(destination, first.servers(), demand, demand.startTls())
                : first, demand);
    }

    /** What was wrong with TLS; without a reason nothing that counts against the session. */
    private record Flaw(String reason, TlsFault fault) {
        static final Flaw NONE = new Flaw("", TlsFault.VALIDATION_FAILURE);

        Optional<TlsFault> counted() {
            return reason.isEmpty() ? Optional.empty() : Optional.of(fault);
        }
    }

    /** What came of a connection; without a client there was none, with any of the servers. */
    private record Greeted(List<NextServer> servers, Optional<SmtpClient> client, Opening opening, Flaw flaw) {
        Greeted because(Flaw other) {
            return new Greeted(servers, client, opening, other);
        }
    }

    /** Makes TLS, and notes what was wrong with it. */
    private ClientTls.Secured secure(Socket socket, NextServer server, TlsDemand demand, AtomicReference<Flaw> flaw)
            throws IOException {
        try {
            ClientTls.Secured secured = tls.secure(socket, server, demand);
            secured.flaw().ifPresent(why -> flaw.set(new Flaw(why.getMessage(), why.fault())));
            witness.ifPresent(one -> one.judged(server, secured.flaw().map(TlsFailure::reason)));
            return secured;
        } catch (TlsFailure failure) {
            flaw.set(new Flaw(failure.getMessage(), failure.fault()));
            throw judged(server, failure);
        } catch (IOException failure) {
            throw judged(server, failure);
        }
    }

    private <E extends IOException> E judged(NextServer server, E failure) {
        witness.ifPresent(one -> one.judged(server, Optional.of(TlsFailure.reasonOf(failure))));
        return failure;
    }

    private static String reason(IOException failure) {
        return Optional.ofNullable(failure.getMessage()).orElse("no connection");
    }

    private SocketTransport connection(NextServer server, TlsDemand demand, AtomicReference<Flaw> flaw)
            throws IOException {
        try {
            return SocketTransport.connect(server, settings.connect(), socket -> secure(socket, server, demand, flaw));
        } catch (IOException failure) {
            witness.ifPresent(one -> one.failed(server, reason(failure)));
            throw failure;
        }
    }

    private SmtpClient client(Race.Winner winner, Destination destination, TlsDemand demand) {
        MailProtocol protocol = protocol(destination);
        return witness.map(one -> one.connected(winner.server(), demand))
                .map(ear -> SmtpClient.inquiring(new OverheardTransport(winner.transport(), ear), settings.name(),
                        protocol, settings.timeouts()))
                .orElseGet(() -> new SmtpClient(winner.transport(), settings.name(), protocol, settings.timeouts()));
    }

    private Greeted greet(Destination destination, List<NextServer> servers, TlsDemand demand, StartTls startTls) {
        AtomicReference<Flaw> flaw = new AtomicReference<>(Flaw.NONE);
        try {
            Race.Winner winner = new Race(server -> connection(server, demand, flaw)).run(servers);
            SmtpClient client = client(winner, destination, demand);
            open.put(client, winner.transport());
            Opening opening = client.open(startTls, logins.of(destination, winner.server()));
            if (!(opening instanceof Opening.Ready)) {
                close(client);
            }
            return new Greeted(List.of(winner.server()), Optional.of(client), opening, flaw.get());
        } catch (IOException e) {
            return new Greeted(servers, Optional.empty(),
                    new Opening.Lost(Step.GREETING, reason(e)),
                    Flaw.NONE);
        }
    }

    private static MailProtocol protocol(Destination destination) {
        return destination instanceof Destination.LmtpHost ? MailProtocol.LMTP : MailProtocol.SMTP;
    }

    private Connected connected(Destination destination, Greeted greeted, TlsDemand demand) {
        NextServer server = greeted.servers().getFirst();
        return switch (greeted.opening()) {
            case Opening.Ready ready -> {
                SmtpClient client = greeted.client().orElseThrow();
                yield new Open(new OutboundSession(destination, server, client,
                        new Protection(demand, client.tls(),
                                Optional.of(greeted.flaw().reason()).filter(why -> !why.isEmpty()),
                                greeted.flaw().counted()),
                        clock.instant(), 0));
            }
            case Opening.Refused(Reply reply) -> new Refused(server, reply);
            case Opening.Unprotected(Reply reply) -> new Unprotected(server, reply, isNotOffered(reply)
                    ? TlsFault.STARTTLS_NOT_SUPPORTED
                    : greeted.flaw().fault());
            case Opening.LoginFailed(Reply reply) -> {
                NetLog.LOG.loginFailed(server.toString(), String.join(" ", reply.lines()));
                yield new NotLoggedIn(server, reply);
            }
            case Opening.Lost(Step step, String reason) ->
                greeted.servers().size() == 1
                        ? new Unreachable(server, Sentence.asItIs(reason))
                        : new NoConnection(Sentence.asItIs(reason));
        };
    }

    private static boolean isNotOffered(Reply reply) {
        return reply.status().filter(new EnhancedStatus(4, 7, 4)::equals).isPresent();
    }

    @Override
    public void release(OutboundSession session) {
        OutboundSession carried = session.carriedOne();
        Instant now = clock.instant();
        boolean enough = stopped || carried.messages() >= carried.client().messagesOr(settings.maxMessages())
                || now.isAfter(carried.opened().plus(settings.maxAge()));
        if (carried.client().isUsable() && !enough) {
            idle.add(carried, now);
        } else {
            close(carried.client());
        }
    }

    private void close(SmtpClient client) {
        if (client.isUsable()) {
            farewells.execute(() -> quit(client));
        } else {
            quit(client);
        }
    }

    private void quit(SmtpClient client) {
        client.quit(FAREWELL);
        open.remove(client);
    }

    /** Closes what has waited, or written, for too long. To be called about once a second. */
    public void sweep() {
        open.values().forEach(SocketTransport::closeIfOverdue);
        idle.takeOlderThan(clock.instant().minus(settings.idle())).forEach(session -> close(session.client()));
    }

    /** Closes all that wait, and from now on each that is given back. */
    public void stop() {
        stopped = true;
        idle.takeOlderThan(Instant.MAX).forEach(session -> close(session.client()));
    }
}
