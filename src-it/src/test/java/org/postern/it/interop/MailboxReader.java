package org.postern.it.interop;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail program that fetches the first message of an INBOX, octet for octet; a library would give it out as it understands it. */
final class MailboxReader implements AutoCloseable {
    private static final int PATIENCE = 60_000;

    private final Socket socket;
    private final BufferedInputStream in;

    private MailboxReader(int port) throws IOException {
        socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
        socket.setSoTimeout(PATIENCE);
        in = new BufferedInputStream(socket.getInputStream());
        line();
    }

    /** {@return the first message, by POP3 (RFC 1939), each octet a character} */
    static String byPop3(int port, String user, String password) throws IOException {
        try (MailboxReader reader = new MailboxReader(port)) {
            reader.ask("USER " + user);
            reader.ask("PASS " + password);
            reader.ask("RETR 1");
            StringBuilder message = new StringBuilder();
            for (String line = reader.line(); !line.equals(".\r\n"); line = reader.line()) {
                message.append(line.startsWith(".") ? line.substring(1) : line);
            }
            reader.ask("QUIT");
            return message.toString();
        }
    }

    /** {@return the first message, by IMAP (RFC 3501), each octet a character} */
    static String byImap(int port, String user, String password) throws IOException {
        try (MailboxReader reader = new MailboxReader(port)) {
            reader.tagged("LOGIN \"" + user + "\" \"" + password + "\"");
            reader.tagged("SELECT INBOX");
            reader.say("a FETCH 1 BODY.PEEK[]");
            String head = reader.line();
            if (!head.startsWith("* 1 FETCH")) {
                throw new IOException(head);
            }
            int size = Integer.parseInt(head.substring(head.indexOf('{') + 1, head.indexOf('}')));
            return new String(reader.in.readNBytes(size), StandardCharsets.ISO_8859_1);
        }
    }

    private void say(String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private void ask(String command) throws IOException {
        say(command);
        String reply = line();
        if (!reply.startsWith("+OK")) {
            throw new IOException(reply);
        }
    }

    private void tagged(String command) throws IOException {
        say("a " + command);
        String reply = line();
        while (!reply.startsWith("a ")) {
            reply = line();
        }
        if (!reply.startsWith("a OK")) {
            throw new IOException(reply);
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int octet = in.read();
        while (octet >= 0) {
            line.write(octet);
            if (octet == '\n') {
                return line.toString(StandardCharsets.ISO_8859_1);
            }
            octet = in.read();
        }
        throw new EOFException(line.toString(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
