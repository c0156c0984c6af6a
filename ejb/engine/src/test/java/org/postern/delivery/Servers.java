package org.postern.delivery;

import org.postern.delivery.host.NextServer;
import org.postern.delivery.tls.Protection;
import org.postern.delivery.tls.TlsDemand;
import org.postern.delivery.tls.TlsFault;
import org.postern.routing.Destination;
import org.postern.sentence.Sentence;
import org.postern.smtp.Reply;
import org.postern.smtp.client.Opening;
import org.postern.smtp.client.SmtpClient;
import org.postern.smtp.client.Timeouts;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The servers of a test by their name, one script for each connection; a server without one is unreachable. */
final class Servers implements OutboundSessions {
    private final Map<String, Deque<AnsweringServer>> waiting = new HashMap<>();
    private final Map<String, Deque<OutboundSession>> idle = new HashMap<>();
    final List<String> log = new ArrayList<>();

    AnsweringServer on(String name) {
        AnsweringServer server = new AnsweringServer();
        waiting.computeIfAbsent(name, n -> new ArrayDeque<>()).add(server);
        return server;
    }

    /** A session that has carried a message already. */
    AnsweringServer idle(String name) {
        AnsweringServer server = on(name);
        NextServer next = new NextServer(name, java.net.InetAddress.ofLiteral("192.0.2.1"), 25);
        Open open = (Open) connect(Mail.EXAMPLE, List.of(next), new TlsDemand.May());
        lieIdle(new OutboundSession(Mail.EXAMPLE, next, open.session().client(), open.session().protection(),
                Mail.NOON, 1));
        log.clear();
        return server;
    }

    private void lieIdle(OutboundSession session) {
        idle.computeIfAbsent(session.server().name(), name -> new ArrayDeque<>()).add(session);
    }

    @Override
    public Connected connect(Destination destination, List<NextServer> servers, TlsDemand demand) {
        NextServer server = servers.getFirst();
        Deque<OutboundSession> waits = idle.getOrDefault(server.name(), new ArrayDeque<>());
        if (!waits.isEmpty() && demand.isMetBy(waits.peek().protection())) {
            return new Open(waits.remove());
        }
        Deque<AnsweringServer> scripts = waiting.getOrDefault(server.name(), new ArrayDeque<>());
        log.add("connect " + server.name());
        if (scripts.isEmpty()) {
            return new NoConnection(Sentence.asItIs("connection refused"));
        }
        SmtpClient client = new SmtpClient(scripts.remove(), "gateway.example.org",
                Timeouts.all(Duration.ofSeconds(1)));
        return switch (client.open(demand.startTls(), Optional.empty())) {
            case Opening.Ready ready ->
                new Open(new OutboundSession(destination, server, client,
                        new Protection(demand, client.tls(), Optional.empty(), Optional.empty()), Mail.NOON, 0));
            case Opening.Refused refused -> new Refused(server, refused.reply());
            case Opening.Unprotected(Reply reply) -> new Unprotected(server, reply,
                    TlsFault.STARTTLS_NOT_SUPPORTED);
            case Opening.LoginFailed(Reply reply) -> new NotLoggedIn(server, reply);
            case Opening.Lost lost -> new Unreachable(server, Sentence.asItIs(lost.reason()));
        };
    }

    @Override
    public void release(OutboundSession session) {
        log.add("release " + session.server().name() + (session.client().isUsable() ? "" : ", broken"));
        if (session.client().isUsable()) {
            lieIdle(session.carriedOne());
        }
    }
}
