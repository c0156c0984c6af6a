package org.postern.delivery;

import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.ForwardPath;
import org.postern.mail.Mailbox;
import org.postern.mail.Message;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.queue.Arrival;
import org.postern.queue.QueuedMail;
import org.postern.routing.Destination;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mail for tests. */
public final class Mail {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final Destination EXAMPLE = new Destination.MailExchangers(new Domain("example.net"));
    private static final QueueId ID = new QueueId("0123456789ABCDEF");

    private Mail() {}

    public static Mailbox mailbox(String address) {
        int at = address.lastIndexOf('@');
        return new Mailbox(address.substring(0, at), new Domain(address.substring(at + 1)));
    }

    public static Message to(String... recipients) {
        return from(ReversePath.of(mailbox("sender@example.org")),
                Arrays.stream(recipients).map(address -> Recipient.of(mailbox(address))).toList());
    }

    /** A message whose sender requires TLS (RFC 8689). */
    public static Message requiringTls(String recipient) {
        Message plain = to(recipient);
        Envelope envelope = new Envelope(plain.envelope().reversePath(), Parameters.of(Map.of("REQUIRETLS", "")),
                plain.envelope().recipients());
        return new Message(ID, envelope, plain.content());
    }

    public static Message from(ReversePath path, List<Recipient> recipients) {
        byte[] octets = "Subject: hello\r\n\r\ntext\r\n".getBytes(StandardCharsets.US_ASCII);
        return new Message(ID, new Envelope(path, Parameters.NONE, recipients), Content.of(octets));
    }

    public static Recipient recipient(String address, String keyword, String value) {
        return new Recipient(new ForwardPath(mailbox(address)), Parameters.of(Map.of(keyword, value)));
    }

    public static QueuedMail queued(Message message, int attempts) {
        return QueuedMail.of(message, Arrival.at(NOON)).to(Optional.of(EXAMPLE)).tried(attempts);
    }
}
