package org.postern.ra;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.postern.ra.tls.TlsClient;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;

import javax.net.ssl.SSLSocket;

/** An SMTP client that says what it is told to, and waits no longer than ten seconds for an answer. */
final class Client implements AutoCloseable {
    private Socket socket;
    private BufferedReader replies;

    /** Connects from 127.0.0.1. */
    Client(int port) throws IOException {
        this("127.0.0.1", port);
    }

    /** Connects from this address to itself. */
    Client(String from, int port) throws IOException {
        socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port, InetAddress.ofLiteral(from), 0);
        socket.setSoTimeout(10_000);
        lead(socket);
    }

    private void lead(Socket way) throws IOException {
        socket = way;
        replies = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    }

    /** Goes on inside TLS, and {@return the TLS} */
    SSLSocket secure(TlsClient tls) throws IOException {
        SSLSocket secured = tls.over(socket);
        lead(secured);
        return secured;
    }

    void send(String octets) throws IOException {
        socket.getOutputStream().write(octets.getBytes(US_ASCII));
    }

    void send(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
    }

    /** {@return the last line of the next reply; {@code EOF} when the server has closed} */
    String reply() throws IOException {
        String line = replies.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = replies.readLine();
        }
        return line == null ? "EOF" : line;
    }

    /** Sends a command and {@return its reply} */
    String ask(String command) throws IOException {
        send(command + "\r\n");
        return reply();
    }

    /** Greets and goes up to the reply to DATA, which is returned. */
    String untilData() throws IOException {
        reply();
        ask("EHLO client.example");
        ask("MAIL FROM:<a@client.example>");
        ask("RCPT TO:<b@test.example>");
        return ask("DATA");
    }

    /** Sends this many octets of content, in lines of 64. */
    void sendContent(int octets) throws IOException {
        send("\r\n" + ("x".repeat(62) + "\r\n").repeat(octets / 64 - 1));
    }

    /** Breaks the connection off by a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
