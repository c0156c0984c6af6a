package org.postern.smtp.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A connection, of which somebody hears what is said on it. Of a login (RFC 4954) only the mechanism and the last reply are heard: from AUTH on until MAIL nothing that
 * we say is told but commands that are known to hold no secret, and no challenge ever, whatever the server says meanwhile. Not to be used for content.
 */
public final class OverheardTransport implements Transport {
    /** The most of a line that is heard, in octets. */
    static final int LONGEST = 1000;
    static final String SECRET = "…";
    private static final String AUTH = "AUTH ";

    private final Transport transport;
    private final Ear ear;
    private final Line ours = new Line(this::said);
    private final Line theirs = new Line(this::heard);
    private boolean logsIn;

    public OverheardTransport(Transport transport, Ear ear) {
        this.transport = transport;
        this.ear = ear;
    }

    private void said(String line) {
        if (line.startsWith(AUTH)) {
            logsIn = true;
            int space = line.indexOf(' ', AUTH.length());
            ear.said(space < 0 ? line : line.substring(0, space + 1) + SECRET);
        } else {
            logsIn &= !line.startsWith("MAIL FROM:");
            ear.said(logsIn && !line.equals("QUIT") ? SECRET : line);
        }
    }

    private void heard(String line) {
        ear.heard(line.startsWith("334") ? "334 " + SECRET : line);
    }

    @Override
    public void within(Duration limit) {
        transport.within(limit);
    }

    @Override
    public long ticks() {
        return transport.ticks();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = transport.read(into, offset, length);
        theirs.add(into, offset, Math.max(0, count));
        return count;
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        ours.add(octets, offset, length);
        transport.write(octets, offset, length);
    }

    @Override
    public void secure() throws IOException {
        transport.secure();
        transport.tls().ifPresent(ear::secured);
    }

    @Override
    public Optional<TlsSession> tls() {
        return transport.tls();
    }

    @Override
    public void close() {
        transport.close();
    }

    /** A line that comes in pieces. */
    private static final class Line {
        private final Consumer<String> whole;
        private final byte[] octets = new byte[LONGEST];
        private int used;

        Line(Consumer<String> whole) {
            this.whole = whole;
        }

        void add(byte[] more, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                if (more[i] == '\n') {
                    whole.accept(new String(octets, 0, used, StandardCharsets.UTF_8).strip()
                            .replaceAll("\\p{Cntrl}", " "));
                    used = 0;
                } else if (used < LONGEST) {
                    octets[used++] = more[i];
                }
            }
        }
    }
}
