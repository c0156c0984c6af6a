package org.postern.it.harness;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLSocket;

/**
 * A client that says exactly what the test says, and hears exactly what the gateway says. A failing connection is an IOException;
 * a gateway that is silent for a minute is one too.
 */
public final class SmtpDialogue implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Socket socket;
    private final BufferedInputStream in;
    private final OutputStream out;

    private SmtpDialogue(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** {@return a connection from 127.0.0.1 on which nothing was read or said yet} */
    public static SmtpDialogue connect(int port) throws IOException {
        return connectFrom("127.0.0.1", port);
    }

    /** {@return a connection from this loopback address} */
    public static SmtpDialogue connectFrom(String source, int port) throws IOException {
        return new SmtpDialogue(
                new Socket(InetAddress.ofLiteral("127.0.0.1"), port, InetAddress.ofLiteral(source), 0));
    }

    /** {@return a connection after greeting and EHLO} */
    public static SmtpDialogue greeted(int port) throws IOException {
        SmtpDialogue dialogue = connect(port);
        dialogue.hear();
        dialogue.say("EHLO client.example");
        return dialogue;
    }

    /** Hands in one message on a connection of its own; {@return the first reply that is not yes, from the greeting on, or the last} */
    public static String hand(int port, String from, String to, byte[] content) throws IOException {
        try (SmtpDialogue dialogue = connect(port)) {
            String greeting = dialogue.hear();
            if (!greeting.startsWith("220")) {
                return greeting;
            }
            dialogue.say("EHLO client.example");
            return dialogue.mail(from, to, content);
        }
    }

    /** Says one line and {@return the reply} */
    public String say(String line) throws IOException {
        send((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return hear();
    }

    /** Sends octets as they are. */
    public void send(byte[] octets) throws IOException {
        out.write(octets);
        out.flush();
    }

    /** Sends content dot-stuffed, ends it, and {@return the reply}; DATA has been said before. */
    public String content(byte[] content) throws IOException {
        send(stuffed(content));
        return hear();
    }

    /** Takes a message through MAIL, RCPT and DATA; {@return the reply to the first of them that is not yes, or to the content} */
    public String mail(String from, String to, byte[] content) throws IOException {
        for (String command : new String[]{"MAIL FROM:<" + from + ">", "RCPT TO:<" + to + ">", "DATA"}) {
            String reply = say(command);
            if (reply.charAt(0) > '3') {
                return reply;
            }
        }
        return content(content);
    }

    /** {@return the next reply, its lines divided by LF, without the last line end} */
    public String hear() throws IOException {
        StringBuilder reply = new StringBuilder();
        String line = line();
        while (line.length() > 3 && line.charAt(3) == '-') {
            reply.append(line).append('\n');
            line = line();
        }
        return reply.append(line).toString();
    }

    /** {@return whether there is something to hear that was not heard yet} */
    public boolean isAnswered() throws IOException {
        return in.available() > 0;
    }

    /** Breaks the connection off with a reset, as a machine that crashes does. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** {@return all that comes until the gateway closes the connection, octet for octet} */
    public String rest() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** {@return the same connection inside TLS, by one of these protocols, whatever certificate the gateway shows} */
    public SmtpDialogue inTls(String... protocols) throws IOException {
        if (in.available() > 0) {
            throw new IOException("the gateway said something between its 220 and the handshake");
        }
        SSLSocket tls = TrustsAnybody.overlay(socket, protocols);
        tls.startHandshake();
        return new SmtpDialogue(tls);
    }

    /** {@return the same connection inside TLS, as of a client that asks for a server of this name (SNI)} */
    public SmtpDialogue inTlsAsking(String serverName) throws IOException {
        SSLSocket tls = TrustsAnybody.asking(serverName, socket, "TLSv1.3");
        tls.startHandshake();
        return new SmtpDialogue(tls);
    }

    /** {@return the same connection inside TLS, as of a client that shows one of these certificates if it is asked for one} */
    public SmtpDialogue inTlsShowing(KeyManager... certificates) throws IOException {
        SSLSocket tls = TrustsAnybody.showing(certificates, "gateway.example", socket, "TLSv1.3");
        tls.startHandshake();
        return new SmtpDialogue(tls);
    }

    /** {@return the certificate the gateway has shown} */
    public X509Certificate certificate() throws IOException {
        return (X509Certificate) ((SSLSocket) socket).getSession().getPeerCertificates()[0];
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int octet = in.read();
        while (octet >= 0 && octet != '\n') {
            line.append((char) octet);
            octet = in.read();
        }
        if (octet < 0) {
            throw new EOFException("connection closed after: " + line);
        }
        return line.toString().stripTrailing();
    }

    private static byte[] stuffed(byte[] content) {
        ByteArrayOutputStream wire = new ByteArrayOutputStream(content.length + 16);
        boolean lineStart = true;
        for (byte octet : content) {
            if (lineStart && octet == '.') {
                wire.write('.');
            }
            wire.write(octet);
            lineStart = octet == '\n';
        }
        wire.writeBytes(".\r\n".getBytes(StandardCharsets.US_ASCII));
        return wire.toByteArray();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
