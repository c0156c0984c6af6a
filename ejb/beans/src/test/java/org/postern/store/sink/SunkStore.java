package org.postern.store.sink;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Message;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.sink.Sink;
import org.postern.store.TestDatabase;

import java.util.Arrays;
import java.util.List;

/** A sink in a database, and mail for it. */
public final class SunkStore {
    private SunkStore() {}

    public static Sink in(TestDatabase database) {
        return database.inTransactions(Sink.class, entities -> new JpaSink(entities, database.checkpoint()));
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
