package org.postern.it.harness;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** One connection to a {@link RecordingServer}. */
final class NextHopSession {
    private static final String GREETING = "220 next.example ESMTP";
    private static final String EXTENSIONS = "250-next.example\r\n250-PIPELINING\r\n250-SIZE 52428800\r\n"
            + "250-8BITMIME\r\n250-DSN\r\n250-SMTPUTF8\r\n250 ENHANCEDSTATUSCODES";

    private final InputStream in;
    private final OutputStream out;
    private final int number;
    private final ReplyScript script;
    private final Consumer<ReceivedMessage> recorder;
    private Optional<String> mail = Optional.empty();
    private final List<String> recipients = new ArrayList<>();

    NextHopSession(Socket socket, int number, ReplyScript script, Consumer<ReceivedMessage> recorder)
            throws IOException {
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        this.out = new BufferedOutputStream(socket.getOutputStream());
        this.number = number;
        this.script = script;
        this.recorder = recorder;
    }

    void run() throws IOException {
        boolean open = say(script.reply(RecordingServer.CONNECT).orElse(GREETING));
        while (open) {
            open = obey(line());
        }
        out.flush();
    }

    private boolean obey(String command) throws IOException {
        String verb = command.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        Optional<String> scripted = script.reply(command);
        if (scripted.isPresent()) {
            return say(scripted.get());
        }
        return switch (verb) {
            case "EHLO" -> say(EXTENSIONS);
            case "HELO" -> say("250 next.example");
            case "MAIL" -> {
                begin(command);
                yield say("250 2.1.0 ok");
            }
            case "RCPT" -> {
                recipients.add(command);
                yield say("250 2.1.5 ok");
            }
            case "DATA" -> (mail.isPresent() && !recipients.isEmpty()) ? content() : say("503 5.5.1 no recipients");
            case "RSET" -> {
                end();
                yield say("250 2.0.0 ok");
            }
            case "NOOP" -> say("250 2.0.0 ok");
            case "QUIT" -> {
                say("221 2.0.0 bye");
                yield false;
            }
            default -> say("502 5.5.2 what?");
        };
    }

    private void begin(String command) {
        end();
        mail = Optional.of(command);
    }

    private void end() {
        mail = Optional.empty();
        recipients.clear();
    }

    private boolean content() throws IOException {
        say("354 go ahead");
        String text = unstuffed();
        Optional<String> scripted = script.reply(RecordingServer.CONTENT + " " + String.join(" ", recipients));
        if (scripted.isEmpty()) {
            recorder.accept(new ReceivedMessage(number, mail.orElseThrow(), List.copyOf(recipients), text));
        }
        end();
        return say(scripted.orElse("250 2.0.0 taken"));
    }

    /** Reads up to CRLF.CRLF; anything else is content. */
    private String unstuffed() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream(1 << 13);
        while (true) {
            byte[] line = octetsOfLine();
            if (line.length == 3 && line[0] == '.') {
                return content.toString(StandardCharsets.ISO_8859_1);
            }
            int from = line[0] == '.' ? 1 : 0;
            content.write(line, from, line.length - from);
        }
    }

    private String line() throws IOException {
        byte[] octets = octetsOfLine();
        return new String(octets, 0, octets.length - 2, StandardCharsets.ISO_8859_1);
    }

    /** {@return the octets up to and with the next CRLF} */
    private byte[] octetsOfLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        int before = -1;
        int octet = in.read();
        while (octet >= 0) {
            line.write(octet);
            if (octet == '\n' && before == '\r') {
                return line.toByteArray();
            }
            before = octet;
            octet = in.read();
        }
        throw new EOFException("the client left");
    }

    /** Says it, and {@return whether the connection stays open: 421 and 221 end it} */
    private boolean say(String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        if (in.available() == 0 || reply.startsWith("354")) {
            out.flush();
        }
        return !reply.startsWith("421");
    }
}
