package org.postern.broker;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.postern.client.PropertyNames;
import org.postern.contents.Contents;
import org.postern.contents.PostedContents;
import org.postern.mail.Content;
import org.postern.mail.FiledContent;
import org.postern.mail.JoinedContent;
import org.postern.queue.MailQueue;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The content of mail in queues that nobody but the gateway reads: of what is large the message carries the front and the name of a file
 * that has the rest. Such a message is of no use to anybody else, and whoever moves it elsewhere has to put the rest in.
 */
final class OwnMail {
    /** Where messages refer to contents. */
    static final List<String> QUEUES = List.of(MailQueue.OUTGOING, MailQueue.BULK, MailQueue.INCOMING,
            MailQueue.ARCHIVE);
    /** The name of the file with what follows the body. */
    static final String CONTENT = "postern_content";

    private OwnMail() {}

    static void write(BytesMessage message, Content content, PostedContents contents) throws JMSException, IOException {
        PostedContents.Kept kept = contents.keep(content);
        message.setStringProperty(CONTENT, kept.name());
        MailBody.write(message, kept.front());
    }

    /**
     * Content that was taken from a queue.
     *
     * @param content the octets; readable until the holding is closed
     * @param holding what holds them
     */
    record Taken(Content content, Holding holding) {}

    /**
     * {@return the whole content}
     *
     * @throws IllegalArgumentException when it cannot be had, and redelivery will not help
     */
    static Taken read(BytesMessage message, Path spool, Contents contents) throws JMSException, IOException {
        Optional<String> name = name(message);
        if (name.isEmpty()) {
            SpooledContent body = MailBody.read(message, spool);
            return new Taken(body, Holding.of(body));
        }
        FiledContent rest = rest(name.get(), contents);
        SpooledContent front = MailBody.read(message, spool);
        Content content = new JoinedContent(front, rest);
        long size = message.getLongProperty(PropertyNames.SIZE);
        if (content.size() != size) {
            front.close();
            throw new IllegalArgumentException(
                    "its content has " + content.size() + " octets in place of " + size + ", see the file content/"
                            + name.get());
        }
        return new Taken(content, Holding.of(front, () -> contents.spend(name.get(), rest.size())));
    }

    private static FiledContent rest(String name, Contents contents) throws IOException {
        try {
            return contents.take(name);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("its content, the file content/" + name
                    + ", is gone; if the message's story ends well, it had been dealt with", e);
        }
    }

    static Optional<String> name(Message message) throws JMSException {
        return Optional.ofNullable(message.getStringProperty(CONTENT));
    }
}
