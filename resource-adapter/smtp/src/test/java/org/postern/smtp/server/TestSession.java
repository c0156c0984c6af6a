package org.postern.smtp.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A session on byte arrays, with all that stands around one. */
class TestSession {
    final TestReceiver receiver = new TestReceiver();
    final MemoryStore store;
    final ByteArrayOutputStream replies = new ByteArrayOutputStream();
    final SmtpSession session;
    private SmtpSession.State state;

    TestSession() {
        this(SessionSettings.DEFAULT);
    }

    TestSession(SessionSettings settings) {
        this(settings, new MemoryStore());
    }

    TestSession(SessionSettings settings, MemoryStore store) {
        this(settings, store, "client.example");
    }

    TestSession(SessionSettings settings, MemoryStore store, String client) {
        this.store = store;
        this.session = new SmtpSession(settings, facts(client), receiver, store, replies);
        try {
            state = session.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
