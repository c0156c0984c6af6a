package org.postern.scan;

import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.QueueId;
import org.postern.receiver.Identity;
import org.postern.receiver.SessionFacts;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * What scanners are told of a message.
 *
 * @param queueId its name
 * @param server the name of this gateway
 * @param client who sent it
 * @param clientName what the client's address is called, if that leads back to it
 * @param helo how the client presented itself
 * @param user who the client has proved to be
 * @param envelope with at least one recipient
 * @param content as it arrived
 */
public record ScannedMail(QueueId queueId, String server, InetSocketAddress client, Optional<String> clientName,
        Optional<String> helo, Optional<String> user, Envelope envelope, Content content) {

    /** {@return the message of this session} */
    public static ScannedMail of(SessionFacts session, Optional<String> clientName, QueueId queueId, Envelope envelope,
            Content content) {
        return new ScannedMail(queueId, session.greetingName(), session.client(), clientName, session.helo(),
                session.identity().map(Identity::name), envelope, content);
    }
}
