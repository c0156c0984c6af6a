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

import javax.net.ssl.SSLSocket;

/** One connection to a {@link RecordingServer}. */
final class NextHopSession {
    private static final String GREETING = "220 next.example ESMTP";
    private final Socket socket;
    private final NextHopTalents talents;
    private InputStream in;
    private OutputStream out;
    private boolean inTls;
    private final int number;
    private final ReplyScript script;
    private final Silence silence;
    private final Consumer<ReceivedMessage> recorder;
    private Optional<String> mail = Optional.empty();
    private final List<String> recipients = new ArrayList<>();

    NextHopSession(Socket socket, int number, ReplyScript script, NextHopTalents talents, Silence silence,
            Consumer<ReceivedMessage> recorder) throws IOException {
        this.socket = socket;
        this.talents = talents;
        talk(socket);
        this.number = number;
        this.script = script;
        this.silence = silence;
        this.recorder = recorder;
    }

    private void talk(Socket over) throws IOException {
        in = new BufferedInputStream(over.getInputStream(), 1 << 16);
        out = new BufferedOutputStream(over.getOutputStream());
    }

    void run() throws IOException {
        boolean open = say(scripted(RecordingServer.CONNECT).orElse(GREETING));
        while (open) {
            open = obey(line());
        }
        out.flush();
    }

    private boolean obey(String command) throws IOException {
        script.hear(command);
        String verb = command.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        if (verb.equals("AUTH")) {
            talents.login(command);
        }
        Optional<String> scripted = scripted(command);
        boolean yes = scripted.filter(reply -> reply.startsWith("2")).isPresent();
        if (verb.equals("MAIL") && (yes || scripted.isEmpty())) {
            begin(command);
        } else if (verb.equals("RCPT") && (yes || scripted.isEmpty())) {
            recipients.add(command);
        }
        return scripted.isPresent() ? say(scripted.get()) : byItself(verb);
    }

    private boolean byItself(String verb) throws IOException {
        return switch (verb) {
            case "LHLO" -> say(talents.extensions(inTls));
            case "EHLO" -> talents.isLmtp() ? say("500 5.5.1 LHLO is meant") : say(talents.extensions(inTls));
            case "STARTTLS" -> startTls();
            case "AUTH" -> say("235 2.7.0 welcome");
            case "HELO" -> say("250 next.example");
            case "MAIL" -> say("250 2.1.0 ok");
            case "RCPT" -> say("250 2.1.5 ok");
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

    /** {@return what the script has to say, after a silence if it wants one} */
    private Optional<String> scripted(String step) throws IOException {
        Optional<String> reply = script.reply(step);
        if (reply.filter(RecordingServer.SILENCE::equals).isEmpty()) {
            return reply;
        }
        out.flush();
        return Optional.of(silence.hold());
    }

    private void begin(String command) {
        end();
        mail = Optional.of(command);
    }

    private void end() {
        mail = Optional.empty();
        recipients.clear();
    }

    private boolean startTls() throws IOException {
        say("220 2.0.0 go ahead");
        out.flush();
        if (talents.garbles()) {
            // Not before the client has begun: octets right behind the 220 would be an injection, and end the session at once.
            boolean begun = in.read() >= 0;
            say("this is no handshake");
            out.flush();
            return !begun;
        }
        SSLSocket tls = (SSLSocket) talents.tls().orElseThrow().getSocketFactory().createSocket(socket, null, true);
        talk(tls);
        tls.startHandshake();
        inTls = true;
        return true;
    }

    private boolean content() throws IOException {
        say("354 go ahead");
        String all = String.join(" ", recipients);
        Optional<String> within = script.reply(RecordingServer.WITHIN + " " + all);
        if (within.isPresent()) {
            octetsOfLine();
            return say(within.filter(RecordingServer.SILENCE::equals).isPresent() ? silence.hold() : within.get());
        }
        String text = unstuffed();
        if (talents.isLmtp()) {
            return repliesToEach(text);
        }
        String reply = scripted(RecordingServer.CONTENT + " " + all).orElse("250 2.0.0 taken");
        if (reply.startsWith("2")) {
            record(recipients, text);
        }
        end();
        return say(reply);
    }

    private void record(List<String> taken, String text) {
        recorder.accept(new ReceivedMessage(number, mail.orElseThrow(), List.copyOf(taken), inTls, text));
    }

    /** A reply for each recipient (RFC 2033, 4.2). */
    private boolean repliesToEach(String text) throws IOException {
        List<String> taken = new ArrayList<>();
        List<String> replies = new ArrayList<>();
        for (String recipient : recipients) {
            Optional<String> scripted = script.reply(RecordingServer.CONTENT + " " + recipient);
            if (scripted.isEmpty()) {
                taken.add(recipient);
            }
            replies.add(scripted.orElse("250 2.0.0 taken"));
        }
        if (!taken.isEmpty()) {
            record(taken, text);
        }
        end();
        return say(String.join("\r\n", replies));
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
        if (reply.equals(RecordingServer.NOTHING)) {
            return false;
        }
        out.write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        if (in.available() == 0 || reply.startsWith("354")) {
            out.flush();
        }
        return !reply.startsWith("421");
    }
}
