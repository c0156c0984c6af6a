package org.postern.admin.parked;

import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.queue.ParkedMessage;
import org.postern.routing.Destination;
import org.postern.smtp.wire.EnvelopeText;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads as much of a parked message as a person is shown. */
final class Glance {
    private static final String END_OF_HEADER = "\r\n\r\n";

    private Glance() {}

    static ParkedDetail at(ParkedMessage message) {
        Envelope envelope = message.mail().message().envelope();
        Content content = message.mail().message().content();
        String source = source(content);
        int end = source.indexOf(END_OF_HEADER);
        return new ParkedDetail(message.key(), message.mail().message().id().text(),
                EnvelopeText.write(envelope).lines().toList(),
                message.mail().destination().map(Destination::toString), message.due(),
                message.mail().arrival().expires(),
                message.lastReply(), end < 0 ? source : source.substring(0, end + 2), source, content.size());
    }

    private static String source(Content content) {
        try (InputStream octets = content.open()) {
            return new String(octets.readNBytes(ParkedDetail.MOST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the content cannot be read", e);
        }
    }
}
