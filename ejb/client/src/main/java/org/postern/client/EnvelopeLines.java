package org.postern.client;

import org.postern.client.Envelope.Recipient;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** An envelope as the lines that SMTP would tell it in. */
final class EnvelopeLines {
    private static final String MAIL = "MAIL FROM:<";
    private static final String RCPT = "RCPT TO:<";
    private static final String END = "\r\n";
    private static final Pattern KEYWORD = Pattern.compile("[A-Z0-9][A-Z0-9-]*+");
    private static final Pattern VALUE = Pattern.compile("[^\\x00- =\\x7F-\\x9F]*+");

    /** What stands in a line. */
    private record Line(String address, Map<String, String> parameters) {}

    private EnvelopeLines() {}

    /** {@return what is wrong with a parameter} */
    static Optional<String> fault(String keyword, String value) {
        return KEYWORD.matcher(keyword).matches() && VALUE.matcher(value).matches() && Address.isText(value)
                ? Optional.empty()
                : Optional.of("not a parameter: " + Address.shown(keyword));
    }

    static String write(Envelope envelope) {
        StringBuilder text = new StringBuilder();
        write(text, MAIL, envelope.reversePath(), envelope.parameters());
        for (Recipient recipient : envelope.recipients()) {
            write(text, RCPT, recipient.address(), recipient.parameters());
        }
        return text.toString();
    }

    private static void write(StringBuilder text, String command, String address, Map<String, String> parameters) {
        text.append(command).append(address).append('>');
        parameters.forEach((keyword, value) -> {
            text.append(' ').append(keyword);
            if (!value.isEmpty()) {
                text.append('=').append(value);
            }
        });
        text.append(END);
    }

    static Envelope read(String text) throws MalformedMessageException {
        List<String> lines = List.of(text.split(END, -1));
        if (lines.size() < 2 || !lines.get(lines.size() - 1).isEmpty()) {
            throw new MalformedMessageException("an envelope has lines that end with CRLF");
        }
        try {
            Line mail = line(lines.get(0), MAIL);
            List<Recipient> recipients = new ArrayList<>();
            for (String line : lines.subList(1, lines.size() - 1)) {
                Line recipient = line(line, RCPT);
                recipients.add(new Recipient(recipient.address(), recipient.parameters()));
            }
            return new Envelope(mail.address(), mail.parameters(), recipients);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException(
                    "an envelope has " + MAIL + "…>, then " + RCPT + "…>: " + e.getMessage(), e);
        }
    }

    private static Line line(String line, String command) {
        if (!line.startsWith(command)) {
            throw new IllegalArgumentException("not such a line: " + Address.shown(line));
        }
        String behind = line.substring(command.length());
        int end = behind.startsWith(">") ? 0 : Address.end(behind);
        if (end == behind.length() || behind.charAt(end) != '>') {
            throw new IllegalArgumentException("not an address: " + Address.shown(behind));
        }
        return new Line(behind.substring(0, end), parameters(behind.substring(end + 1)));
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new TreeMap<>();
        if (text.isEmpty()) {
            return parameters;
        }
        if (text.charAt(0) != ' ') {
            throw new IllegalArgumentException("not a parameter: " + Address.shown(text));
        }
        for (String parameter : text.substring(1).split(" ", -1)) {
            String[] parts = parameter.split("=", 2);
            if (parameters.put(parts[0].toUpperCase(Locale.ROOT), parts.length > 1 ? parts[1] : "") != null) {
                throw new IllegalArgumentException("a parameter twice: " + Address.shown(parts[0]));
            }
        }
        return parameters;
    }
}
