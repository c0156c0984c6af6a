package org.postern.bounce;

import org.postern.event.Answer;
import org.postern.mail.HeaderSection;
import org.postern.mail.ReversePath;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By what an answer that a program has written is told from one that somebody has. What a server reports has the null reverse-path, and
 * is a report (RFC 3464) or comes from where servers write. What is automatic says so (RFC 3834, 5), has the null reverse-path, or is of
 * a kind that nobody writes by hand.
 */
public final class AnswerSigns {
    private static final Pattern STATUS = Pattern.compile("report-type\\s*=\\s*\"?delivery-status\"?\\s*(?:;.*)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SERVER = Pattern.compile("\\bmailer-daemon\\b|\\bpostmaster@",
            Pattern.CASE_INSENSITIVE);
    /** Older than RFC 3834, and still written. */
    private static final List<String> PRECEDENCES = List.of("bulk", "junk", "list", "auto_reply");
    private static final List<String> OF_PROGRAMS = List.of("List-Id", "X-Autoreply", "X-Autorespond",
            "X-Autoresponder");
    private static final String WRITTEN = "no";

    private AnswerSigns() {}

    public static Answer.Kind kind(ReversePath sender, HeaderSection header) {
        if (sender.isNull() && (isStatusReport(header) || isFromServer(header))) {
            return Answer.Kind.BOUNCE;
        }
        return sender.isNull() || isAutomatic(header) ? Answer.Kind.AUTOMATIC : Answer.Kind.REPLY;
    }

    private static boolean isStatusReport(HeaderSection header) {
        String type = header.first("Content-Type").orElse("").strip();
        return type.toLowerCase(Locale.ROOT).startsWith("multipart/report") && STATUS.matcher(type).find();
    }

    /** Of servers that report in words, or in a form of their own. */
    private static boolean isFromServer(HeaderSection header) {
        Optional<String> automatic = automatic(header);
        return automatic.filter("auto-replied"::equals).isEmpty()
                && SERVER.matcher(header.first("From").orElse("")).find();
    }

    private static boolean isAutomatic(HeaderSection header) {
        return automatic(header).filter(word -> !word.equals(WRITTEN)).isPresent()
                || PRECEDENCES.contains(word(header.first("Precedence").orElse("")))
                || OF_PROGRAMS.stream().anyMatch(name -> header.count(name) > 0)
                || isReceipt(header);
    }

    /** A receipt of a reading program (RFC 8098), which some send from an address. */
    private static boolean isReceipt(HeaderSection header) {
        return word(header.first("Content-Type").orElse("")).equals("multipart/report");
    }

    private static Optional<String> automatic(HeaderSection header) {
        return header.first("Auto-Submitted").map(AnswerSigns::word);
    }

    /** {@return what stands before parameters and comments} */
    private static String word(String body) {
        return body.split("[;(\\s]", 2)[0].toLowerCase(Locale.ROOT);
    }
}
