package org.postern.report.send;

import org.postern.mail.Mailbox;
import org.postern.report.ReportKind;
import org.postern.report.ReportMail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A report as a message (RFC 9990, 3.5.2; RFC 8460, 5.3): some words for people, and the packed report.
 *
 * @param name how it is called
 * @param extension of the attachment's file name
 * @param from in ASCII
 * @param to in ASCII
 * @param attachment the packed report in base64, in lines (RFC 2045, 6.8)
 */
public record ReportLetter(ReportKind kind, ReportMail name, String extension, Mailbox from, Mailbox to,
        String attachment) {
    private static final DateTimeFormatter DATE = DateTimeFormatter
            .ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String LINE = "\r\n";
    private static final String BOUNDARY = "=_postern_report";

    /** {@return the message, each line of it in ASCII; the same at the same time gives the same} */
    public byte[] octets(Instant written) {
        return (header(written) + LINE + body()).getBytes(StandardCharsets.US_ASCII);
    }

    private String header(Instant written) {
        StringBuilder header = new StringBuilder();
        field(header, "From", "<" + from + ">");
        field(header, "To", "<" + to + ">");
        field(header, "Subject", name.subject()
                .replace(" Submitter: ", LINE + " Submitter: ")
                .replace(" Report-ID: ", LINE + " Report-ID: "));
        field(header, "Date", DATE.format(written));
        field(header, "Message-ID",
                "<" + name.id() + "." + written.getEpochSecond() + "." + Integer.toHexString(to.toString().hashCode())
                        + "@" + name.submitter() + ">");
        field(header, "MIME-Version", "1.0");
        field(header, "Auto-Submitted", "auto-generated");
        if (kind == ReportKind.TLS) {
            field(header, "TLS-Report-Domain", name.domain());
            field(header, "TLS-Report-Submitter", name.submitter());
        }
        field(header, "Content-Type", (kind == ReportKind.TLS
                ? "multipart/report; report-type=\"tlsrpt\";"
                : "multipart/mixed;") + LINE + " boundary=\"" + BOUNDARY + "\"");
        return header.toString();
    }

    private static void field(StringBuilder header, String name, String body) {
        header.append(name).append(": ").append(body).append(LINE);
    }

    private String body() {
        String file = name.fileName(extension);
        String about = kind == ReportKind.TLS
                ? "TLS to the mail servers of " + name.domain()
                : "mail in the name of " + name.domain();
        return "--" + BOUNDARY + LINE
                + "Content-Type: text/plain; charset=us-ascii" + LINE + LINE
                + "This is a report on " + about + LINE
                + "from " + Instant.ofEpochSecond(name.begin()) + " to " + Instant.ofEpochSecond(name.end()) + ","
                + LINE
                + "sent to you because the DNS names you." + LINE
                + "--" + BOUNDARY + LINE
                + "Content-Type: " + kind.mediaType() + ";" + LINE + " name=\"" + file + "\"" + LINE
                + "Content-Disposition: attachment;" + LINE + " filename=\"" + file + "\"" + LINE
                + "Content-Transfer-Encoding: base64" + LINE + LINE
                + attachment + LINE
                + "--" + BOUNDARY + "--" + LINE;
    }
}
