package org.postern.trace;

import org.postern.mail.Envelope;
import org.postern.mail.QueueId;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * The Received field (RFC 5321, 4.4; RFC 5322, 3.6.7) that goes on top of everything we take. Tells no recipient of another one:
 * {@code for} stands there only when there is a single one (RFC 5321, 7.2). What the client said of itself cannot break the field.
 */
public final class ReceivedField {
    private static final DateTimeFormatter DATE = DateTimeFormatter
            .ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int MAX_HELO = 255;
    /** Longer paths would make a line that old servers cut. */
    private static final int MAX_FOR = 256;

    private ReceivedField() {}

    /**
     * {@return the field for mail that came by SMTP, CRLF at its end}
     *
     * @param helo what the client called itself
     * @param name the client's verified name
     * @param protocol such as {@code ESMTP} (RFC 3848)
     * @param by the gateway's name
     */
    public static byte[] bySmtp(String helo, Optional<String> name, InetAddress client, String protocol, String by,
            QueueId id, Envelope envelope, Instant at) {
        StringBuilder field = new StringBuilder(256).append("Received: from ");
        plain(field, helo.isEmpty() ? "unknown" : helo);
        field.append(" (");
        name.ifPresent(verified -> plain(field, verified).append(' '));
        literal(field, client).append(")\r\n\tby ");
        plain(field, by).append(" (Postern) with ").append(protocol).append(" id ").append(id);
        return end(field, envelope, at);
    }

    /** {@return the field for mail that an application handed in over JMS, or that we wrote ourselves; CRLF at its end} */
    public static byte[] local(String by, QueueId id, Envelope envelope, Instant at) {
        StringBuilder field = new StringBuilder(192).append("Received: by ");
        plain(field, by).append(" (Postern) id ").append(id);
        return end(field, envelope, at);
    }

    private static byte[] end(StringBuilder field, Envelope envelope, Instant at) {
        if (envelope.recipients().size() == 1) {
            String path = envelope.recipients().getFirst().path().toString();
            if (path.length() <= MAX_FOR) {
                field.append("\r\n\tfor ").append(path);
            }
        }
        field.append(";\r\n\t");
        DATE.formatTo(at, field);
        return field.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static StringBuilder literal(StringBuilder field, InetAddress client) {
        String text = client.getHostAddress();
        int scope = text.indexOf('%');
        return field.append(client instanceof Inet6Address ? "[IPv6:" : "[")
                .append(scope < 0 ? text : text.substring(0, scope))
                .append(']');
    }

    /** Appends a domain or literal; whatever else is in it becomes a question mark, so that no comment or line begins or ends. */
    private static StringBuilder plain(StringBuilder field, String text) {
        int length = Math.min(text.length(), MAX_HELO);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean harmless = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                    || ".-_:[]".indexOf(c) >= 0;
            field.append(harmless ? c : '?');
        }
        return field;
    }
}
