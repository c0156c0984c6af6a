package org.postern.store.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.postern.archive.MailArchive;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Message;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.queue.Arrival;
import org.postern.queue.QueuedMail;
import org.postern.routing.Destination;
import org.postern.store.TestDatabase;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An archive in a database, and mail for it. */
public final class ArchiveStore {
    private ArchiveStore() {}

    public static MailArchive in(TestDatabase database) {
        return database.inTransactions(MailArchive.class, entities -> new JpaArchive(entities, database.checkpoint()));
    }

    /** {@return the message as it came to the sink} */
    public static QueuedMail sunk(Message message) {
        return handedOver(message, Destination.SINK);
    }

    /** {@return the message as it was handed over there} */
    public static QueuedMail handedOver(Message message, String place) {
        return QueuedMail.of(message, Arrival.at(Instant.EPOCH)).to(Optional.of(Destination.parse(place)));
    }

    /** {@return a message with this subject} */
    public static Message about(String subject, String... recipients) {
        return of("From: Ann <ann@client.example>\r\nSubject: " + subject + "\r\n\r\nhello\r\n", recipients);
    }

    /** {@return a message of this content} */
    public static Message of(String content, String... recipients) {
        Envelope envelope = new Envelope(ReversePath.of(new Mailbox("ann", new Domain("client.example"))),
                Parameters.NONE, recipients(recipients));
        return new Message(new QueueId("0123456789ABCDEF"), envelope, Content.of(content.getBytes(US_ASCII)));
    }

    private static List<Recipient> recipients(String... addresses) {
        return Arrays.stream(addresses).map(address -> {
            int at = address.lastIndexOf('@');
            return Recipient.of(new Mailbox(address.substring(0, at), new Domain(address.substring(at + 1))));
        }).toList();
    }
}
