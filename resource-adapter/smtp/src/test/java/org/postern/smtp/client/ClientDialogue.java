package org.postern.smtp.client;

import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.ForwardPath;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A dialogue in a file: {@code S:} and {@code C:} lines are the wire, {@code >} lines the message that the client is asked to
 * send ({@code > from}, {@code > to}, then {@code > |} for each line of content), {@code > quit} ends the session, and {@code =}
 * lines are what the client must make of it. {@code T:} lines are TLS handshakes on the wire; {@code > tls always} asks for TLS,
 * {@code > lmtp} for LMTP, {@code > login} for AUTH as {@link TestLogin} does it.
 */
record ClientDialogue(String title, List<String> lines) {
    static ClientDialogue parse(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return new ClientDialogue(lines.getFirst().substring(1).strip(),
                lines.stream().filter(line -> !line.startsWith("#")).toList());
    }

    List<String> wire() {
        return lines.stream().filter(line -> "SCT".indexOf(line.charAt(0)) >= 0 && line.startsWith(":", 1)).toList();
    }

    StartTls startTls() {
        return lines.stream()
                .filter(line -> line.startsWith("> tls "))
                .map(line -> StartTls.valueOf(line.substring(6).toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElse(StartTls.NEVER);
    }

    List<String> results() {
        return lines.stream().filter(line -> line.startsWith("= ")).map(line -> line.substring(2)).toList();
    }

    MailProtocol protocol() {
        return lines.contains("> lmtp") ? MailProtocol.LMTP : MailProtocol.SMTP;
    }

    Optional<Login> login() {
        return lines.contains("> login") ? Optional.of(new TestLogin()) : Optional.empty();
    }

    /** {@return the orders to the client, each a list of its lines} */
    List<List<String>> orders() {
        List<List<String>> orders = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("> from") || line.equals("> quit")) {
                orders.add(new ArrayList<>());
            }
            if (line.startsWith("> ") && !orders.isEmpty()) {
                orders.getLast().add(line.substring(2));
            }
        }
        return orders;
    }

    static Envelope envelope(List<String> order) {
        List<Recipient> recipients = new ArrayList<>();
        String[] from = order.getFirst().split(" ");
        for (String line : order) {
            String[] words = line.split(" ");
            if (words[0].equals("to")) {
                recipients.add(new Recipient(new ForwardPath(mailbox(words[1])), parameters(words)));
            }
        }
        ReversePath path = from[1].equals("<>") ? ReversePath.NULL : ReversePath.of(mailbox(from[1]));
        return new Envelope(path, parameters(from), recipients);
    }

    static Content content(List<String> order) {
        String text = order.stream()
                .filter(line -> line.startsWith("|"))
                .map(line -> line.substring(1) + "\r\n")
                .collect(Collectors.joining());
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Mailbox mailbox(String address) {
        int at = address.lastIndexOf('@');
        return new Mailbox(address.substring(0, at), new Domain(address.substring(at + 1)));
    }

    private static Parameters parameters(String... words) {
        Map<String, String> values = Arrays.stream(words)
                .skip(2)
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length > 1 ? pair[1] : ""));
        return Parameters.of(values);
    }
}
