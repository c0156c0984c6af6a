package org.postern.smtp.server;

import org.postern.receiver.ProtocolRole;
import org.postern.smtp.wire.FutureRelease;
import org.postern.smtp.wire.Violation;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A dialogue written down as text.
 *
 * <pre>
 * # why this must hold
 * &#64; max-errors 5            a setting, or: whole-groups (how the octets are split matters), in-turns (no reply may be awaited
 *                         later than it is written), role lmtp, tls (from the first octet on), mechanisms PLAIN LOGIN
 * S: 220 mail*              a line the server says; * stands for any text at its end
 * E: mail.test.example      the reply to EHLO, whatever it offers: session/ehlo.txt tells what that is
 * C: DATA                   a line the client says, CRLF added; lines without a reply between them go out together
 * c: .\n                    octets the client says, nothing added
 * tls                       the handshake that STARTTLS has asked for succeeds
 * Q: RCPT TO:&lt;a@b&gt;        what was queued, line by line: envelope, empty line, content
 * closed                    the server closes
 * </pre>
 *
 * In lines of the client, {@code \r \n \\ \xHH} are octets and {@code {n*x}} is {@code x} n times.
 */
record Dialogue(TestSession.Terms terms, Splits splits, List<Exchange> exchanges, List<String> queued, boolean closed) {
    /** How its octets may be split. */
    enum Splits {
        ANY, IN_TURNS, AS_WRITTEN
    }

    /** Stands before the domain where all lines of the reply to EHLO belong. */
    static final String EHLO_REPLY = "EHLO ";
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    /** What the client sends at once, one character an octet, inside TLS from here on or not, and the lines it hears then. */
    record Exchange(String octets, boolean handshake, List<String> replies) {
        boolean endsInData() {
            return octets.toUpperCase(Locale.ROOT).endsWith("DATA\r\n");
        }
    }

    static Dialogue parse(List<String> lines) {
        TestSession.Terms terms = TestSession.Terms.PLAIN;
        Splits splits = Splits.ANY;
        boolean closed = false;
        List<Exchange> exchanges = new ArrayList<>();
        List<String> queued = new ArrayList<>();
        exchanges.add(new Exchange("", false, new ArrayList<>()));
        for (String line : lines) {
            String text = line.length() > 3 ? line.substring(3) : "";
            switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case '@' -> {
                    splits = switch (line) {
                        case "@ whole-groups" -> Splits.AS_WRITTEN;
                        case "@ in-turns" -> Splits.IN_TURNS;
                        default -> splits;
                    };
                    terms = with(terms, line.substring(2).split(" ", 2));
                }
                case 't' -> exchanges.add(new Exchange("", true, new ArrayList<>()));
                case 'E' -> exchanges.getLast().replies().add(EHLO_REPLY + text);
                case 'S' -> exchanges.getLast().replies().add(text);
                case 'C' -> say(exchanges, unescape(text + "\\r\\n"));
                case 'c' -> {
                    if (line.equals("closed")) {
                        closed = true;
                    } else {
                        say(exchanges, unescape(text));
                    }
                }
                case 'Q' -> queued.add(unescape(text));
                case '#', ' ' -> {
                }
                default -> throw new IllegalArgumentException("not a line of a dialogue: " + line);
            }
        }
        return new Dialogue(terms, splits, exchanges, queued, closed);
    }

    private static TestSession.Terms with(TestSession.Terms terms, String... setting) {
        SessionSettings settings = terms.settings();
        return switch (setting[0]) {
            case "whole-groups", "in-turns" -> terms;
            case "max-message-size" -> terms.with(settings.withMaxMessageSize(Long.parseLong(setting[1])));
            case "max-recipients" -> terms.with(settings.withMaxRecipients(Integer.parseInt(setting[1])));
            case "max-errors" -> terms.with(settings.withMaxErrors(Integer.parseInt(setting[1])));
            case "max-refusals" -> terms.with(settings.withMaxRefusals(Integer.parseInt(setting[1])));
            case "tolerate" -> terms.with(settings.tolerating(Set.of(Violation.valueOf(setting[1]))));
            case "start-tls" -> terms.with(settings.withStartTls(true));
            case "xclient" -> terms.with(settings.withXclient(_ -> true));
            case "xclient-not-from" -> terms.with(settings.withXclient(
                    client -> !InetAddress.ofLiteral(setting[1]).equals(client.getAddress())));
            case "etrn" -> terms.with(settings.with(settings.services().withEtrn(true)));
            case "future-release" -> terms.with(settings.with(settings.services()
                    .withFutureRelease(new FutureRelease(Duration.parse(setting[1]), () -> NOW))));
            case "tls" -> terms.inTls();
            case "role" -> terms.in(ProtocolRole.of(setting[1]));
            case "mechanisms" -> terms.with(List.of(setting[1].split(" ")));
            default -> throw new IllegalArgumentException("no such setting: " + setting[0]);
        };
    }

    private static void say(List<Exchange> exchanges, String octets) {
        if (!exchanges.getLast().replies().isEmpty()) {
            exchanges.add(new Exchange(octets, false, new ArrayList<>()));
            return;
        }
        Exchange last = exchanges.removeLast();
        exchanges.add(new Exchange(last.octets() + octets, last.handshake(), last.replies()));
    }

    private static String unescape(String text) {
        StringBuilder octets = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '{' && text.indexOf('*', at) > 0) {
                int star = text.indexOf('*', at);
                int end = text.indexOf('}', star);
                octets.repeat(unescape(text.substring(star + 1, end)), Integer.parseInt(text.substring(at + 1, star)));
                at = end;
            } else if (c == '\\' && text.charAt(at + 1) == 'x') {
                octets.append((char) Integer.parseInt(text.substring(at + 2, at + 4), 16));
                at += 3;
            } else if (c == '\\') {
                at++;
                octets.append(text.charAt(at) == 'r' ? '\r' : text.charAt(at) == 'n' ? '\n' : text.charAt(at));
            } else {
                octets.append(c);
            }
        }
        return octets.toString();
    }
}
