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
import org.postern.receiver.SessionFacts;
import org.postern.trace.ReceivedField;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Arrays;

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
     * {@return the message that came in this session, its trace field on top}
     *
     * @param found fields that tell what was found about it, each with its line end
     */
    Message bySmtp(SessionFacts session, Envelope envelope, byte[] found, Content content, Instant at) {
        QueueId id = ids.next();
        InetAddress client = session.client().getAddress();
        byte[] field = ReceivedField.bySmtp(session.helo().orElse(""), clientNames.verified(client), client,
                session.protocol(envelope), session.greetingName(), id, envelope, at);
        return new Message(id, envelope, Content.join(both(found, field), content));
    }

    private static byte[] both(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** {@return the message that an application handed in, its trace field on top} */
    Message local(Envelope envelope, Content content, Instant at) {
        QueueId id = ids.next();
        byte[] field = ReceivedField.local(name.toString(), id, envelope, at);
        return new Message(id, envelope, Content.join(field, content));
    }
}
