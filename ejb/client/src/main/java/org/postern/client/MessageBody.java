package org.postern.client;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MessageFormatException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Mail as the body of a JMS message. */
final class MessageBody {
    /** From so many octets on, a client library that can do so reads them when it sends, in blocks. */
    static final int STREAMED = 256 * 1024;
    /** By which Artemis takes a stream. */
    private static final String SEND_FROM = "JMS_AMQ_InputStream";
    private static final int BLOCK = 64 * 1024;
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private MessageBody() {}

    static void write(BytesMessage message, MailContent content) throws JMSException {
        try {
            fill(message, content);
        } catch (IOException e) {
            throw caused(new JMSException("the content cannot be read: " + e.getMessage()), e);
        }
    }

    private static JMSException caused(JMSException failure, IOException cause) {
        failure.initCause(cause);
        failure.setLinkedException(cause);
        return failure;
    }

    private static void fill(BytesMessage message, MailContent content) throws JMSException, IOException {
        if (content.size() >= STREAMED && streams(message, content.open())) {
            return;
        }
        byte[] block = new byte[BLOCK];
        try (InputStream octets = content.open()) {
            for (int read = octets.read(block); read >= 0; read = octets.read(block)) {
                message.writeBytes(block, 0, read);
            }
        }
    }

    /** {@return whether the client library takes a stream; another one's takes values of JMS's own types alone (JMS 3.1, 3.5.5)} */
    private static boolean streams(BytesMessage message, InputStream octets) throws JMSException, IOException {
        try {
            message.setObjectProperty(SEND_FROM, octets);
            return true;
        } catch (MessageFormatException notArtemis) {
            octets.close();
            return false;
        }
    }

    static void copy(BytesMessage message, OutputStream target) throws JMSException, IOException {
        rewind(message);
        byte[] block = new byte[BLOCK];
        for (int read = message.readBytes(block); read > 0; read = message.readBytes(block)) {
            target.write(block, 0, read);
        }
    }

    /** What Artemis has streamed it does not stream again, and says so by an error that is none of JMS. */
    private static void rewind(BytesMessage message) throws JMSException {
        try {
            message.reset();
        } catch (IllegalAccessError | RuntimeException streamed) {
            JMSException failure = new JMSException("the octets of a message that is streamed are there once");
            failure.initCause(streamed);
            throw failure;
        }
    }

    static byte[] octets(BytesMessage message) throws JMSException {
        long size = message.getBodyLength();
        if (size > LARGEST_ARRAY) {
            throw new JMSException(size + " octets are more than an array can hold");
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream((int) size);
        try {
            copy(message, octets);
        } catch (IOException e) {
            throw caused(new JMSException("memory cannot be written"), e);
        }
        return octets.toByteArray();
    }
}
