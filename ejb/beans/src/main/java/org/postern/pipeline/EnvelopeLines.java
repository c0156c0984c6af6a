package org.postern.pipeline;

import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.ForwardPath;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** An envelope as SMTP commands, one a line; a stand-in until the wire package reads it. */
final class EnvelopeLines {
    private static final String MAIL = "MAIL FROM:<";
    private static final String RCPT = "RCPT TO:<";

    private EnvelopeLines() {}

    static String write(Envelope envelope) {
        StringBuilder text = new StringBuilder();
        line(text, MAIL, envelope.reversePath().address(), envelope.parameters());
        envelope.recipients().forEach(r -> line(text, RCPT, r.mailbox().toString(), r.parameters()));
        return text.toString();
    }

    private static void line(StringBuilder text, String command, String address, Parameters parameters) {
        text.append(command).append(address).append('>');
        if (!parameters.isEmpty()) {
            text.append(' ').append(parameters);
        }
        text.append("\r\n");
    }

    static Envelope parse(String text) {
        List<String> lines = text.lines().toList();
        String mail = lines.getFirst();
        String sender = address(mail, MAIL);
        ReversePath from = sender.isEmpty() ? ReversePath.NULL : ReversePath.of(mailbox(sender));
        List<Recipient> recipients = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            recipients.add(new Recipient(new ForwardPath(mailbox(address(line, RCPT))), parameters(line)));
        }
        return new Envelope(from, parameters(mail), recipients);
    }

    private static String address(String line, String command) {
        if (!line.startsWith(command)) {
            throw new IllegalArgumentException("not an envelope");
        }
        return line.substring(command.length(), line.lastIndexOf('>'));
    }

    private static Mailbox mailbox(String address) {
        int at = address.lastIndexOf('@');
        return new Mailbox(address.substring(0, at), new Domain(address.substring(at + 1)));
    }

    private static Parameters parameters(String line) {
        TreeMap<String, String> values = new TreeMap<>();
        String rest = line.substring(line.lastIndexOf('>') + 1).strip();
        for (String parameter : rest.isEmpty() ? new String[0] : rest.split(" ", -1)) {
            int equals = parameter.indexOf('=');
            values.put(equals < 0 ? parameter : parameter.substring(0, equals),
                    equals < 0 ? "" : parameter.substring(equals + 1));
        }
        return Parameters.of(values);
    }
}
