package org.postern.pipeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.config.GatewayName;
import org.postern.dns.ClientNames;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.Message;
import org.postern.mail.QueueId;
import org.postern.mail.QueueIds;
import org.postern.queue.Origin;
import org.postern.receiver.Identity;
import org.postern.receiver.SessionFacts;
import org.postern.signing.Signatures;
import org.postern.trace.ReceivedField;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;

/** Gives a message its name and its trace field: from here on it can be told from all others. */
@Singleton
public class Postmark {
    private final QueueIds ids;
    private final GatewayName name;
    private final ClientNames clientNames;

    @Inject
    Postmark(QueueIds ids, GatewayName name, ClientNames clientNames) {
        this.ids = ids;
        this.name = name;
        this.clientNames = clientNames;
    }

    /**
     * {@return the message that came in this session, its trace field on top (RFC 5321, 4.4)}
     *
     * @param signatures that stand above all, since they were made last
     * @param found fields that tell what was found about it, each with its line end; they stand below the trace field
     */
    Message bySmtp(SessionFacts session, Envelope envelope, Signatures signatures, byte[] found, Content content,
            Instant at) {
        QueueId id = ids.next();
        InetAddress client = session.client().getAddress();
        byte[] field = ReceivedField.bySmtp(session.helo().orElse(""), clientNames.verified(client), client,
                session.protocol(envelope), session.greetingName(), id, envelope, at);
        return new Message(id, envelope, Content.join(joined(signatures.fields(), field, found), content));
    }

    /** {@return who hands in mail in this session} */
    Origin origin(SessionFacts session) {
        InetAddress client = session.client().getAddress();
        return new Origin(Optional.of(client.getHostAddress()), clientNames.verified(client), session.helo(),
                session.tls().map(tls -> tls.protocol() + " " + tls.cipherSuite()),
                session.identity().map(Identity::name),
                Optional.of(session.listener()));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(2048);
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    /** {@return a name never given before} */
    QueueId next() {
        return ids.next();
    }

    /** {@return the message that an application handed in, likewise, by this name} */
    Message local(QueueId id, Envelope envelope, Signatures signatures, byte[] added, Content content, Instant at) {
        byte[] field = ReceivedField.local(name.toString(), id, envelope, at);
        return new Message(id, envelope, Content.join(joined(signatures.fields(), field, added), content));
    }
}
