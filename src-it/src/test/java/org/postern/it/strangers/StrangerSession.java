package org.postern.it.strangers;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One connection of a stranger, as light as can be; counts each reply that it hears. Another thread may close it. */
final class StrangerSession implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(30);
    private static final int LONGEST_LINE = 2000;

    private final Socket socket = new Socket();
    private final Heard heard;
    private final InputStream in;
    private final OutputStream out;

    private StrangerSession(String source, int port, Heard heard) throws IOException {
        this.heard = heard;
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral(source), 0));
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), (int) CONNECT.toMillis());
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** {@return a connection from this loopback address} */
    static StrangerSession connect(String source, int port, Heard heard) throws IOException {
        return new StrangerSession(source, port, heard);
    }

    /** Hears the greeting and says EHLO; {@return whether both were answered with yes} */
    boolean isWelcome(String helo) throws IOException {
        return hear().startsWith("220") && say("EHLO " + helo).startsWith("250");
    }

    /** Says these lines, one after another, up to the first that is not answered with yes; {@return the last reply} */
    String say(String... lines) throws IOException {
        String reply = "";
        for (String line : lines) {
            send((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            reply = hear();
            if (reply.charAt(0) > '3') {
                return reply;
            }
        }
        return reply;
    }

    void send(byte[] octets) throws IOException {
        out.write(octets);
    }

    /** {@return whether the gateway has said something, or has gone, without being waited for} */
    boolean isAnswered() throws IOException {
        return in.available() > 0;
    }

    /** {@return the last line of the next reply, as soon as it comes} */
    String hear() throws IOException {
        String line = line();
        while (line.length() > 3 && line.charAt(3) == '-') {
            line = line();
        }
        heard.count(line);
        return line;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int octet = in.read();
        while (octet >= 0 && octet != '\n' && line.length() < LONGEST_LINE) {
            line.append((char) octet);
            octet = in.read();
        }
        if (octet < 0) {
            throw new EOFException("closed");
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
