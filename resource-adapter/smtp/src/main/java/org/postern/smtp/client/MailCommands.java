package org.postern.smtp.client;

import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.smtp.Reply;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/**
 * MAIL and RCPT for a server with these extensions: it is told the parameters that it knows, and no others (RFC 5321, 2.2.1).
 *
 * @param verifiedTls whether TLS protects the connection to a server that has proved who it is
 */
record MailCommands(Extensions extensions, boolean verifiedTls) {
    private static final Reply EIGHT_BIT = Reply.of(554, "5.6.3",
            "the message has 8-bit content, and the next server does not offer 8BITMIME");
    private static final Reply BINARY = Reply.of(554, "5.6.1",
            "the message has binary content, and the next server does not offer CHUNKING and BINARYMIME");
    private static final Reply UTF8 = Reply.of(553, "5.6.7",
            "the message has internationalised addresses, and the next server does not offer SMTPUTF8");
    private static final Reply TLS = Reply.of(550, "5.7.30",
            "the message requires TLS, and the next server does not offer REQUIRETLS in a verified session");
    private static final Set<String> DSN = Set.of("RET", "ENVID", "NOTIFY", "ORCPT");

    /** {@return why this server cannot take the message; empty if it can} */
    Optional<Reply> obstacle(Envelope envelope, Content content) throws IOException {
        Parameters mail = envelope.parameters();
        if (mail.get("REQUIRETLS").isPresent() && !(verifiedTls && extensions.offers("REQUIRETLS"))) {
            return Optional.of(TLS);
        }
        if (!extensions.offers("SMTPUTF8") && needsUtf8(envelope, content)) {
            return Optional.of(UTF8);
        }
        if (isBinary(mail) && !(extensions.offers("CHUNKING") && extensions.offers("BINARYMIME"))) {
            return Optional.of(BINARY);
        }
        if (extensions.sizeLimit().isPresent() && content.size() > extensions.sizeLimit().getAsLong()) {
            return Optional.of(Reply.of(552, "5.3.4", "the message has " + content.size()
                    + " octets, and the next server takes " + extensions.sizeLimit().getAsLong()));
        }
        boolean declared = mail.get("BODY").filter("8BITMIME"::equalsIgnoreCase).isPresent();
        return declared && !extensions.offers("8BITMIME") && isEightBit(content)
                ? Optional.of(EIGHT_BIT)
                : Optional.empty();
    }

    /** {@return whether content is not made of lines, so that it needs BDAT (RFC 3030, 3)} */
    static boolean isBinary(Parameters mail) {
        return mail.get("BODY").filter("BINARYMIME"::equalsIgnoreCase).isPresent();
    }

    /** Reports on mail from an address beyond ASCII go to one, whether they say so or not (RFC 6531, 3.4). */
    private static boolean hasUtf8Address(Envelope envelope) {
        return !envelope.reversePath().mailbox().map(Mailbox::isAscii).orElse(true)
                || !envelope.recipients().stream().allMatch(recipient -> recipient.mailbox().isAscii());
    }

    /** Who declares SMTPUTF8 may send what needs it; whether this does, the message itself says (RFC 6531, 3.2; RFC 6532). */
    private static boolean needsUtf8(Envelope envelope, Content content) throws IOException {
        return hasUtf8Address(envelope) || (isDeclaredUtf8(envelope) && InternationalMessage.is(content));
    }

    private static boolean isDeclaredUtf8(Envelope envelope) {
        return envelope.parameters().get("SMTPUTF8").isPresent();
    }

    String mail(Envelope envelope, long size) {
        StringBuilder command = new StringBuilder("MAIL FROM:").append(envelope.reversePath());
        if (extensions.offers("SIZE")) {
            command.append(" SIZE=").append(size);
        }
        appendKnown(command, envelope.parameters());
        boolean utf8 = extensions.offers("SMTPUTF8") && (isDeclaredUtf8(envelope) || hasUtf8Address(envelope));
        return utf8 ? command.append(" SMTPUTF8").toString() : command.toString();
    }

    String rcpt(Recipient recipient) {
        StringBuilder command = new StringBuilder("RCPT TO:").append(recipient.path());
        appendKnown(command, recipient.parameters());
        return command.toString();
    }

    private void appendKnown(StringBuilder command, Parameters parameters) {
        parameters.values().forEach((keyword, value) -> {
            if (passesOn(keyword)) {
                command.append(' ').append(keyword);
                if (!value.isEmpty()) {
                    command.append('=').append(value);
                }
            }
        });
    }

    private boolean passesOn(String keyword) {
        return switch (keyword) {
            case "BODY" -> extensions.offers("8BITMIME") || extensions.offers("BINARYMIME");
            case "MT-PRIORITY", "REQUIRETLS" -> extensions.offers(keyword);
            default -> DSN.contains(keyword) && extensions.offers("DSN");
        };
    }

    private static boolean isEightBit(Content content) throws IOException {
        byte[] block = new byte[BlockWriter.BLOCK];
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
