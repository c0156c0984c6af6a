package org.postern.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.HeaderTokenizer;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.ParseException;
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
        StringBuilder block = new StringBuilder();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (!line.isBlank()) {
                block.append(line).append('\n');
            } else if (!block.isEmpty()) {
                add(block, failures);
            }
        }
        add(block, failures);
        return failures;
    }

    private static void add(StringBuilder block, List<ReportedFailure> failures) throws MessagingException {
        if (failures.size() < MAX_RECIPIENTS) {
            failure(block.toString()).ifPresent(failures::add);
        }
        block.setLength(0);
    }

    private static Optional<ReportedFailure> failure(String block) throws MessagingException {
        InternetHeaders fields = new InternetHeaders(
                new ByteArrayInputStream(block.getBytes(StandardCharsets.UTF_8)), true);
        if (field(fields, "Action").flatMap(StatusReading::word).filter("failed"::equalsIgnoreCase).isEmpty()) {
            return Optional.empty();
        }
        List<String> addresses = new ArrayList<>();
        field(fields, "Original-Recipient").map(StatusReading::address).ifPresent(addresses::add);
        field(fields, "Final-Recipient").map(StatusReading::address).ifPresent(addresses::add);
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

    /** Without its type, a comment behind it, and angles around it, which some write. */
    private static String address(String typed) {
        String text = behindType(typed);
        int open = text.indexOf('<');
        if (open >= 0 && text.lastIndexOf('>') > open) {
            return text.substring(open + 1, text.lastIndexOf('>')).strip();
        }
        int comment = text.indexOf(" (");
        return comment < 0 || text.startsWith("\"") ? text : text.substring(0, comment).strip();
    }

    /** {@return the first word that is no comment} */
    private static Optional<String> word(String text) {
        try {
            HeaderTokenizer.Token token = new HeaderTokenizer(text, HeaderTokenizer.MIME).next();
            return token.getType() == HeaderTokenizer.Token.ATOM ? Optional.of(token.getValue()) : Optional.empty();
        } catch (ParseException unbalanced) {
            return Optional.empty();
        }
    }

    private static Optional<EnhancedStatus> status(String text) {
        Matcher matcher = STATUS.matcher(word(text).orElse(text));
        return matcher.lookingAt()
                ? Optional.of(new EnhancedStatus(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }
}
