package org.postern.broker;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import org.postern.mail.Content;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** The octets of a content as the body of a JMS message; what is large is streamed and never held in memory as a whole. */
final class MailBody {
    /** From here on, content goes through the broker in chunks, to disk at both ends. Below, it is a record of the journal. */
    static final int LARGE = 256 * 1024;

    private static final String SEND_FROM = "JMS_AMQ_InputStream";
    private static final String RECEIVE_INTO = "JMS_AMQ_SaveStream";

    private MailBody() {}

    static void write(BytesMessage message, Content content) throws JMSException, IOException {
        if (content.size() >= LARGE) {
            message.setObjectProperty(SEND_FROM, content.open());
        } else {
            content.writeTo(new BodyStream(message));
        }
    }

    /** {@return the octets; if large, in a file that vanishes when the content is closed} */
    static SpooledContent read(BytesMessage message, Path spool) throws JMSException, IOException {
        long size = message.getBodyLength();
        if (size < LARGE) {
            message.reset();
            byte[] octets = new byte[(int) size];
            message.readBytes(octets);
            return SpooledContent.inMemory(octets);
        }
        SpooledContent.InFile content = SpooledContent.inFile(spool);
        try (OutputStream file = content.fill()) {
            message.setObjectProperty(RECEIVE_INTO, file);
            return content;
        } catch (JMSException | IOException | RuntimeException e) {
            content.close();
            throw e;
        }
    }

    /** Writes through to a message. */
    private static final class BodyStream extends OutputStream {
        private final BytesMessage message;

        BodyStream(BytesMessage message) {
            this.message = message;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[]{(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            try {
                message.writeBytes(octets, offset, length);
            } catch (JMSException e) {
                throw new IOException("the message takes no octets", e);
            }
        }
    }
}
