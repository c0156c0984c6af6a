package org.postern.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import org.postern.smtp.EnhancedStatus;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the part of a report that is meant for programs (RFC 3464, 2). */
final class StatusReading {
    private static final int MAX_RECIPIENTS = 1000;
    private static final int MAX_WORDS = 1000;
    private static final Pattern STATUS = Pattern.compile("([245])\\.(\\d{1,3})\\.(\\d{1,3})(?!\\d)");

    private StatusReading() {}

    /** {@return the recipients that failed, no more than {@value #MAX_RECIPIENTS}} */
    static List<ReportedFailure> failures(String text) throws MessagingException {
        List<ReportedFailure> failures = new ArrayList<>();
        String lines = text.replace("\r\n", "\n");
        int at = 0;
        while (at < lines.length() && failures.size() < MAX_RECIPIENTS) {
            int blank = lines.indexOf("\n\n", at);
            int end = blank < 0 ? lines.length() : blank + 1;
            failure(lines.substring(at, end)).ifPresent(failures::add);
            at = end + 1;
        }
        return failures;
    }

    private static Optional<ReportedFailure> failure(String block) throws MessagingException {
        InternetHeaders fields = new InternetHeaders(
                new ByteArrayInputStream(block.getBytes(StandardCharsets.UTF_8)), true);
        if (field(fields, "Action").filter("failed"::equalsIgnoreCase).isEmpty()) {
            return Optional.empty();
        }
        List<String> addresses = new ArrayList<>();
        field(fields, "Original-Recipient").map(StatusReading::behindType).ifPresent(addresses::add);
        field(fields, "Final-Recipient").map(StatusReading::behindType).ifPresent(addresses::add);
        String words = field(fields, "Diagnostic-Code").map(StatusReading::behindType).orElse("");
        return Optional.of(new ReportedFailure(addresses, field(fields, "Status").flatMap(StatusReading::status),
                words.substring(0, Math.min(words.length(), MAX_WORDS))));
    }

    private static Optional<String> field(InternetHeaders fields, String name) {
        return Optional.ofNullable(fields.getHeader(name, null))
                .map(body -> body.replace("\r", "").replace("\n", "").strip());
    }

    private static String behindType(String typed) {
        return typed.substring(typed.indexOf(';') + 1).strip();
    }

    private static Optional<EnhancedStatus> status(String text) {
        Matcher matcher = STATUS.matcher(text);
        return matcher.lookingAt()
                ? Optional.of(new EnhancedStatus(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }
}
