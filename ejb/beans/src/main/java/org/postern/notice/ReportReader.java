package org.postern.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.postern.bounce.BounceClass;
import org.postern.bounce.Classifier;
import org.postern.mail.Content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what other servers report (RFC 3464), and what they say in words alone. Whatever it is given costs little: the first 256 KB of a
 * message are read, few of its parts are opened, and what is not understood is no report.
 */
public final class ReportReader {
    private static final int MAX_OCTETS = 256 * 1024;
    private static final int MAX_DELIMITERS = 1000;
    /** Words count as a failure only where a permanent one is named: others answer to return paths as well. */
    private static final Pattern PERMANENT = Pattern.compile("(?<![\\d.])5(\\d\\d|\\.\\d{1,3}\\.\\d{1,3})(?![\\d])");

    /** Where a copy of the failed message begins: a line of its header, a quotation, or a rule that announces it. A transcript has lines with {@code >>>}. */
    private static final Pattern COPY = Pattern.compile(
            "^(?:(?:Received|Return-Path|From|Message-ID|DKIM-Signature):|>(?!>>)|"
                    + "-{2,}[^\\n]{0,80}(?:copy|original|message|header)|(?:This is|Below is) a copy )",
            Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

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
            return inWords(StatusPart.start(message.getInputStream()));
        }
        StatusPart part = new StatusPart(session);
        Optional<String> status = part.in(message);
        return status.isPresent()
                ? StatusReading.failures(status.get())
                : part.words().map(this::inWords).orElse(List.of());
    }

    private List<ReportedFailure> inWords(String text) {
        String words = ownWords(text);
        boolean failed = PERMANENT.matcher(words).find()
                && classifier.of(Optional.empty(), words) != BounceClass.OTHER;
        return failed ? List.of(new ReportedFailure(List.of(), Optional.empty(), words)) : List.of();
    }

    /** What the failed message says is no reason for its failure. */
    private static String ownWords(String text) {
        Matcher copy = COPY.matcher(text);
        return copy.find() ? text.substring(0, copy.start()) : text;
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
}
