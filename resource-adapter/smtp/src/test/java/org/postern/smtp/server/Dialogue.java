package org.postern.smtp.server;

import org.postern.smtp.wire.Violation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A dialogue written down as text.
 *
 * <pre>
 * # why this must hold
 * &#64; max-errors 5            a setting, or: whole-groups (how the octets are split matters)
 * S: 220 mail*              a line the server says; * stands for any text at its end
 * C: DATA                   a line the client says, CRLF added; lines without a reply between them go out together
 * c: .\n                    octets the client says, nothing added
 * Q: RCPT TO:&lt;a@b&gt;        what was queued, line by line: envelope, empty line, content
 * closed                    the server closes
 * </pre>
 *
 * In lines of the client, {@code \r \n \\ \xHH} are octets and {@code {n*x}} is {@code x} n times.
 */
record Dialogue(SessionSettings settings, boolean wholeGroups, List<Exchange> exchanges, List<String> queued,
        boolean closed) {

    /** What the client sends at once, one character an octet, and the lines it hears then. */
    record Exchange(String octets, List<String> replies) {
        boolean endsInData() {
            return octets.toUpperCase(Locale.ROOT).endsWith("DATA\r\n");
        }
    }

    static Dialogue parse(List<String> lines) {
        SessionSettings settings = SessionSettings.DEFAULT;
        boolean wholeGroups = false;
        boolean closed = false;
        List<Exchange> exchanges = new ArrayList<>();
        List<String> queued = new ArrayList<>();
        exchanges.add(new Exchange("", new ArrayList<>()));
        for (String line : lines) {
            String text = line.length() > 3 ? line.substring(3) : "";
            switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case '@' -> {
                    wholeGroups |= line.equals("@ whole-groups");
                    settings = with(settings, line.substring(2).split(" ", 2));
                }
                case 'S' -> exchanges.getLast().replies().add(text);
                case 'C' -> say(exchanges, unescape(text + "\\r\\n"));
                case 'c' -> {
                    if (line.equals("closed")) {
                        closed = true;
                    } else {
                        say(exchanges, unescape(text));
                    }
                }
                case 'Q' -> queued.add(text);
                case '#', ' ' -> {
                }
                default -> throw new IllegalArgumentException("not a line of a dialogue: " + line);
            }
        }
        return new Dialogue(settings, wholeGroups, exchanges, queued, closed);
    }

    private static SessionSettings with(SessionSettings settings, String[] setting) {
        return switch (setting[0]) {
            case "whole-groups" -> settings;
            case "max-message-size" -> settings.withMaxMessageSize(Long.parseLong(setting[1]));
            case "max-recipients" -> settings.withMaxRecipients(Integer.parseInt(setting[1]));
            case "max-errors" -> settings.withMaxErrors(Integer.parseInt(setting[1]));
            case "tolerate" -> settings.tolerating(Set.of(Violation.valueOf(setting[1])));
            default -> throw new IllegalArgumentException("no such setting: " + setting[0]);
        };
    }

    private static void say(List<Exchange> exchanges, String octets) {
        if (!exchanges.getLast().replies().isEmpty()) {
            exchanges.add(new Exchange(octets, new ArrayList<>()));
            return;
        }
        Exchange last = exchanges.removeLast();
        exchanges.add(new Exchange(last.octets() + octets, last.replies()));
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
