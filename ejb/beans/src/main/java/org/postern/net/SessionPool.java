package org.postern.net;

import org.postern.delivery.NextServer;
import org.postern.delivery.OutboundSession;
import org.postern.delivery.OutboundSessions;
import org.postern.routing.Destination;
import org.postern.smtp.client.Opening;
import org.postern.smtp.client.SmtpClient;
import org.postern.smtp.client.Timeouts;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Sessions with next servers over TCP. One that is given back in order waits a moment for the next message to the same destination
 * or server; it is closed with QUIT when none comes, or when it has carried enough.
 */
public final class SessionPool implements OutboundSessions {
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Settings settings;
    private final InstantSource clock;
    private final Executor farewells;
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
     */
    public record Settings(String name, Duration connect, Timeouts timeouts, Duration idle, int maxMessages,
            Duration maxAge) {}

    /** Says farewell to servers on {@code farewells}, because that may take a moment. */
    public SessionPool(Settings settings, InstantSource clock, Executor farewells) {
        this.settings = settings;
        this.clock = clock;
        this.farewells = farewells;
    }

    @Override
    public Optional<OutboundSession> idle(Destination destination) {
        return idle.take(destination).map(session -> session.towards(destination));
    }

    @Override
    public Connected connect(Destination destination, NextServer server) {
        Optional<OutboundSession> waiting = idle.take(server);
        if (waiting.isPresent()) {
            return new Open(waiting.get().towards(destination));
        }
        try {
            return greet(destination, server, SocketTransport.connect(server, settings.connect()));
        } catch (IOException e) {
            return new Unreachable(Optional.ofNullable(e.getMessage()).orElse("no connection"));
        }
    }

    private Connected greet(Destination destination, NextServer server, SocketTransport transport) {
        SmtpClient client = new SmtpClient(transport, settings.name(), settings.timeouts());
        open.put(client, transport);
        Opening opening = client.open();
        if (opening instanceof Opening.Ready) {
            return new Open(new OutboundSession(destination, server, client, clock.instant(), 0));
        }
        close(client);
        return opening instanceof Opening.Refused refused
                ? new Refused(refused.reply())
                : new Unreachable(((Opening.Lost) opening).reason());
    }

    @Override
    public void release(OutboundSession session) {
        OutboundSession carried = session.carriedOne();
        Instant now = clock.instant();
        boolean enough = stopped || carried.messages() >= settings.maxMessages()
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
