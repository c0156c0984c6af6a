package org.postern.notice;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.postern.bounce.BounceClass;
import org.postern.bounce.Classifier;
import org.postern.mail.Content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Reads what other servers report (RFC 3464), and what they say in words alone. Whatever it is given costs little: the first 256 KB of a
 * message are read, its parts are not opened further, and what is not understood is no report.
 */
public final class ReportReader {
    private static final int MAX_OCTETS = 256 * 1024;
    private static final int MAX_PARTS = 20;
    private static final int MAX_DELIMITERS = 1000;
    private static final int MAX_WORDS = 4000;
    /** Words count as a failure only where a permanent one is named: others answer to return paths as well. */
    private static final Pattern PERMANENT = Pattern.compile("(?<![\\d.])5(\\d\\d|\\.\\d{1,3}\\.\\d{1,3})(?![\\d])");

    private final Classifier classifier = Classifier.standard();
    private final Session session = Session.getInstance(new Properties());

    /**
     * {@return the recipients that failed; none if it is no report, or one of something else}
     *
     * @throws IOException when the content cannot be read
     */
    public List<ReportedFailure> failures(Content content) throws IOException {
        byte[] octets;
        try (InputStream in = content.open()) {
            octets = in.readNBytes(MAX_OCTETS);
        }
        try {
            return failures(new MimeMessage(session, new ByteArrayInputStream(octets)), octets);
        } catch (MessagingException | RuntimeException | IOException notUnderstood) {
            return List.of();
        }
    }

    private List<ReportedFailure> failures(MimeMessage message, byte[] octets) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/*") || hasTooManyParts(octets)) {
            return inWords(start(message.getInputStream()));
        }
        MimeMultipart parts = new MimeMultipart(message.getDataHandler().getDataSource());
        Optional<String> words = Optional.empty();
        for (int i = 0; i < Math.min(parts.getCount(), MAX_PARTS); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
                return StatusReading.failures(text(part.getInputStream().readAllBytes()));
            }
            if (words.isEmpty() && part.isMimeType("text/plain")) {
                words = Optional.of(start(part.getInputStream()));
            }
        }
        return words.map(this::inWords).orElse(List.of());
    }

    private List<ReportedFailure> inWords(String words) {
        boolean failed = PERMANENT.matcher(words).find()
                && classifier.of(Optional.empty(), words) != BounceClass.OTHER;
        return failed ? List.of(new ReportedFailure(List.of(), Optional.empty(), words)) : List.of();
    }

    private static boolean hasTooManyParts(byte[] octets) {
        int delimiters = 0;
        for (int i = 0; i + 2 < octets.length; i++) {
            if (octets[i] == '\n' && octets[i + 1] == '-' && octets[i + 2] == '-') {
                delimiters++;
            }
        }
        return delimiters > MAX_DELIMITERS;
    }

    private static String start(InputStream octets) throws IOException {
        return text(octets.readNBytes(MAX_WORDS));
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.UTF_8);
    }
}
