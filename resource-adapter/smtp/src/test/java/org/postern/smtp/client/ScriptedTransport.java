package org.postern.smtp.client;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Plays the server from a script. Lines {@code S:} are said when the client reads; lines {@code C:} that follow each other must
 * come in one write. {@code S: (closes)} ends the connection, {@code S: (says nothing)} is a time-out, and {@code C: (breaks)} makes
 * the write fail. {@code T:} is a handshake, which gives what the line says, {@code verified} or {@code not verified}, or fails with
 * {@code T: (fails) reason}.
 */
public final class ScriptedTransport implements Transport {
    private final Deque<String> script;
    private Optional<TlsSession> tls = Optional.empty();
    private boolean closed;

    public ScriptedTransport(List<String> script) {
        this.script = new ArrayDeque<>(script);
    }

    @Override
    public void within(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new AssertionError("a time limit is positive");
        }
    }

    @Override
    public long ticks() {
        return 0;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        String said = following("S: ");
        if (said.startsWith("(closes)")) {
            return -1;
        }
        if (said.startsWith("(says nothing)")) {
            throw new SocketTimeoutException("no reply in time");
        }
        byte[] octets = said.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(octets, 0, into, offset, octets.length);
        return octets.length;
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        String written = new String(octets, offset, length, StandardCharsets.UTF_8);
        String expected = following("C: ");
        if (expected.startsWith("(breaks)")) {
            throw new IOException("the connection was reset");
        }
        if (!written.equals(expected)) {
            throw new AssertionError("the client wrote\n" + written + "but the script wants\n" + expected);
        }
    }

    @Override
    public void secure() throws IOException {
        String result = following("T: ").strip();
        if (result.startsWith("(unproved) ")) {
            throw new UnprovedException(result.substring("(unproved) ".length()), new IOException());
        }
        if (result.startsWith("(fails) ")) {
            throw new IOException(result.substring("(fails) ".length()));
        }
        tls = Optional.of(new TlsSession("TLSv1.3", "TLS_AES_256_GCM_SHA384", result.equals("verified")));
    }

    @Override
    public Optional<TlsSession> tls() {
        return tls;
    }

    private String following(String side) {
        StringBuilder lines = new StringBuilder();
        while (!script.isEmpty() && script.peek().startsWith(side.strip())) {
            if (script.peek().startsWith(side + "(") && !lines.isEmpty()) {
                break;
            }
            String line = script.remove();
            lines.append(line.length() > side.length() ? line.substring(side.length()) : "").append("\r\n");
        }
        if (lines.isEmpty()) {
            throw new AssertionError("the script wants " + script.peek() + " and not " + side);
        }
        return lines.toString();
    }

    @Override
    public void close() {
        closed = true;
    }

    public boolean isClosed() {
        return closed;
    }

    /** {@return what of the script was not played} */
    public List<String> rest() {
        return List.copyOf(script);
    }
}
