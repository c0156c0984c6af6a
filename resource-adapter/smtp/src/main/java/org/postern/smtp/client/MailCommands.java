package org.postern.smtp.client;

import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.smtp.Reply;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/**
 * MAIL and RCPT for a server with these extensions: it is told the parameters that it knows, and no others (RFC 5321, 2.2.1).
 */
record MailCommands(Extensions extensions) {
    private static final Reply EIGHT_BIT = Reply.of(554, "5.6.3",
            "the message has 8-bit content, and the next server does not offer 8BITMIME");
    private static final Reply UTF8 = Reply.of(553, "5.6.7",
            "the message has internationalised addresses, and the next server does not offer SMTPUTF8");
    private static final Set<String> DSN = Set.of("RET", "ENVID", "NOTIFY", "ORCPT");

    /** {@return why this server cannot take the message; empty if it can} */
    Optional<Reply> obstacle(Parameters mail, Content content) throws IOException {
        if (mail.get("SMTPUTF8").isPresent() && !extensions.offers("SMTPUTF8")) {
            return Optional.of(UTF8);
        }
        boolean declared = mail.get("BODY").filter("8BITMIME"::equalsIgnoreCase).isPresent();
        return declared && !extensions.offers("8BITMIME") && isEightBit(content)
                ? Optional.of(EIGHT_BIT)
                : Optional.empty();
    }

    String mail(Envelope envelope, long size) {
        StringBuilder command = new StringBuilder("MAIL FROM:").append(envelope.reversePath());
        if (extensions.offers("SIZE")) {
            command.append(" SIZE=").append(size);
        }
        return appendKnown(command, envelope.parameters());
    }

    String rcpt(Recipient recipient) {
        return appendKnown(new StringBuilder("RCPT TO:").append(recipient.path()), recipient.parameters());
    }

    private String appendKnown(StringBuilder command, Parameters parameters) {
        parameters.values().forEach((keyword, value) -> {
            if (passesOn(keyword)) {
                command.append(' ').append(keyword);
                if (!value.isEmpty()) {
                    command.append('=').append(value);
                }
            }
        });
        return command.toString();
    }

    private boolean passesOn(String keyword) {
        return switch (keyword) {
            case "BODY" -> extensions.offers("8BITMIME");
            case "SMTPUTF8" -> extensions.offers("SMTPUTF8");
            default -> DSN.contains(keyword) && extensions.offers("DSN");
        };
    }

    private static boolean isEightBit(Content content) throws IOException {
        byte[] block = new byte[DataWriter.BLOCK];
        try (InputStream octets = content.open()) {
            for (int count = octets.read(block); count >= 0; count = octets.read(block)) {
                for (int i = 0; i < count; i++) {
                    if (block[i] < 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
