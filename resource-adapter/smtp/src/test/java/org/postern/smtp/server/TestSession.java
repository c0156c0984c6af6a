package org.postern.smtp.server;

import org.postern.receiver.ProtocolRole;
import org.postern.receiver.SessionFacts;
import org.postern.receiver.TlsFacts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A session on byte arrays, with all that stands around one. */
class TestSession {
    private static final TlsFacts TLS = new TlsFacts("TLSv1.3", "TLS_AES_256_GCM_SHA384", Optional.empty(),
            Optional.empty());

    final TestReceiver receiver;
    final MemoryStore store;
    final ByteArrayOutputStream replies = new ByteArrayOutputStream();
    final SmtpSession session;
    private SmtpSession.State state;

    /** What a session is given. */
    record Terms(SessionSettings settings, ProtocolRole role, boolean tls, List<String> mechanisms) {
        static final Terms PLAIN = new Terms(SessionSettings.DEFAULT, ProtocolRole.MX, false, List.of());

        Terms with(SessionSettings others) {
            return new Terms(others, role, tls, mechanisms);
        }

        Terms in(ProtocolRole other) {
            return new Terms(settings, other, tls, mechanisms);
        }

        Terms inTls() {
            return new Terms(settings, role, true, mechanisms);
        }

        Terms with(List<String> some) {
            return new Terms(settings, role, tls, some);
        }
    }

    TestSession() {
        this(Terms.PLAIN);
    }

    TestSession(Terms terms) {
        this(terms, new MemoryStore(), "client.example");
    }

    TestSession(SessionSettings settings, MemoryStore store) {
        this(settings, store, "client.example");
    }

    TestSession(SessionSettings settings, MemoryStore store, String client) {
        this(Terms.PLAIN.with(settings), store, client);
    }

    private TestSession(Terms terms, MemoryStore store, String client) {
        this.store = store;
        this.receiver = new TestReceiver(terms.mechanisms());
        SessionFacts begun = SessionFacts.begun("s1", "mx", terms.role(), "mail.test.example",
                InetSocketAddress.createUnresolved(client, 4711), new InetSocketAddress(25));
        this.session = new SmtpSession(terms.settings(), terms.tls() ? begun.secured(TLS) : begun, receiver, store,
                replies);
        try {
            state = session.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The TLS handshake succeeds. */
    void handshake() {
        if (state != SmtpSession.State.START_TLS) {
            throw new IllegalStateException("nobody asked for a handshake");
        }
        state = session.secured(TLS);
    }

    SmtpSession.State state() {
        return state;
    }

    static SessionFacts facts(String client) {
        return SessionFacts.begun("s1", "mx", ProtocolRole.MX, "mail.test.example",
                InetSocketAddress.createUnresolved(client, 4711),
                new InetSocketAddress(25));
    }

    /** A session in which EHLO, MAIL and RCPT were accepted, their replies already taken. */
    static TestSession inTransaction() {
        TestSession session = new TestSession();
        session.say("EHLO client.example", "MAIL FROM:<a@client.example>", "RCPT TO:<b@test.example>");
        return session;
    }

    /** Sends these lines in one segment and gives the replies to them. */
    String say(String... lines) {
        return send(String.join("\r\n", lines) + "\r\n");
    }

    /** Sends these octets, one for each character, in one segment, and gives the replies to them. */
    String send(String octets) {
        replies.reset();
        feed(octets, Integer.MAX_VALUE);
        return replies();
    }

    /** Sends these octets in segments of this size. */
    void feed(String octets, int segment) {
        byte[] all = octets.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; at < all.length; at += Math.min(segment, all.length - at)) {
            feed(all, at, Math.min(segment, all.length - at));
        }
    }

    void feed(byte[] octets, int offset, int length) {
        try {
            state = session.receive(octets, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String replies() {
        return replies.toString(StandardCharsets.ISO_8859_1);
    }

    boolean isClosed() {
        return state == SmtpSession.State.CLOSE;
    }
}
