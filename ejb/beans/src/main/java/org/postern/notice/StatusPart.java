package org.postern.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds what a report holds for programs (RFC 3464, 2), though it came in a wrapper: a list's footer makes it a part of
 * {@code multipart/mixed}, forwarding one of {@code message/rfc822}. What is given back with a report is not looked into. No more than
 * {@value #MAX_DEPTH} levels and {@value #MAX_PARTS} parts are opened. Used once.
 */
final class StatusPart {
    private static final int MAX_DEPTH = 4;
    private static final int MAX_PARTS = 50;
    private static final int MAX_WORDS = 4000;

    private final Session session;
    private int left = MAX_PARTS;
    private Optional<String> words = Optional.empty();

    StatusPart(Session session) {
        this.session = session;
    }

    /** {@return the text of the part; empty where there is none} */
    Optional<String> in(MimeMessage message) throws MessagingException, IOException {
        return in(message, 0, false);
    }

    /** {@return how the first text begins that was met on the way, and is the reporting server's own} */
    Optional<String> words() {
        return words;
    }

    private Optional<String> in(Part part, int depth, boolean reported) throws MessagingException, IOException {
        if (left-- <= 0 || depth > MAX_DEPTH) {
            return Optional.empty();
        }
        if (part instanceof MimeBodyPart body
                && (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status"))) {
            return Optional.of(decoded(body));
        }
        if (part.isMimeType("multipart/*")) {
            return among(new MimeMultipart(part.getDataHandler().getDataSource()), depth,
                    reported || part.isMimeType("multipart/report"));
        }
        if (part.isMimeType("message/rfc822") && !reported) {
            try (InputStream in = part.getInputStream()) {
                return in(new MimeMessage(session, in), depth + 1, false);
            }
        }
        if (words.isEmpty() && part.isMimeType("text/plain")) {
            words = Optional.of(start(part.getInputStream()));
        }
        return Optional.empty();
    }

    private Optional<String> among(MimeMultipart parts, int depth, boolean reported)
            throws MessagingException, IOException {
        Optional<String> found = Optional.empty();
        for (int i = 0; found.isEmpty() && left > 0 && i < parts.getCount(); i++) {
            found = in(parts.getBodyPart(i), depth + 1, reported);
        }
        return found;
    }

    /** Jakarta Mail decodes no {@code message/*}, which may be encoded when it is in UTF-8 (RFC 6533, 3). */
    private static String decoded(MimeBodyPart part) throws MessagingException, IOException {
        String[] encoding = Optional.ofNullable(part.getHeader("Content-Transfer-Encoding")).orElse(new String[0]);
        try (InputStream raw = part.getRawInputStream();
                InputStream in = encoding.length == 0 ? raw : MimeUtility.decode(raw, encoding[0].strip())) {
            return text(in.readAllBytes());
        }
    }

    /** {@return the first of its words} */
    static String start(InputStream octets) throws IOException {
        return text(octets.readNBytes(MAX_WORDS));
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.UTF_8);
    }
}
