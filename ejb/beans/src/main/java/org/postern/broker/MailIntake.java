package org.postern.broker;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.postern.config.DataFolder;
import org.postern.contents.Contents;

import java.io.IOException;
import java.util.Optional;

/**
 * What a stage takes from one of the gateway's own queues. What cannot be understood is put aside, whole and with the reason; what fails
 * later is not for this to judge.
 */
@Singleton
public class MailIntake {
    private final DataFolder folder;
    private final Contents contents;
    private final DeadMail dead;

    @Inject
    MailIntake(DataFolder folder, Contents contents, DeadMail dead) {
        this.folder = folder;
        this.contents = contents;
        this.dead = dead;
    }

    /**
     * {@return the mail this message carries, to be closed when it has been dealt with; empty when it was put aside}
     *
     * @throws JMSException when the broker fails
     * @throws IOException when the spool is full or out of reach
     */
    public Optional<ReceivedMail> take(Message message, String queue) throws JMSException, IOException {
        try {
            if (message instanceof BytesMessage mail) {
                return Optional.of(MailCodec.decode(mail, folder.spool(), contents));
            }
            dead.bury(message, queue, "not a BytesMessage");
        } catch (IllegalArgumentException malformed) {
            dead.bury(message, queue, malformed.getMessage());
        }
        return Optional.empty();
    }
}
