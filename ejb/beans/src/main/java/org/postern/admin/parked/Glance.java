package org.postern.admin.parked;

import org.postern.content.MessageReader;
import org.postern.content.Part;
import org.postern.content.ReadMessage;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.queue.ParkedMessage;
import org.postern.routing.Destination;
import org.postern.smtp.wire.EnvelopeText;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads as much of a parked message as a person is shown. */
final class Glance {
    private static final String END_OF_HEADER = "\r\n\r\n";
    private static final int MOST_FILES = 50;
    private static final int LONGEST = 1000;

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
                message.lastReply(), message.mail().arrival().assessment(), letter(message),
                end < 0 ? source : source.substring(0, end + 2), source, content.size());
    }

    private static ParkedDetail.Letter letter(ParkedMessage message) {
        try (InputStream octets = message.mail().message().content().open()) {
            ReadMessage read = MessageReader.read(octets);
            return new ParkedDetail.Letter(shown(read.first("From")),
                    ShownSender.of(message.mail().message()).map(Mailbox::toString), shown(read.first("To")),
                    shown(read.first("Subject")), shown(read.first("Date")),
                    read.structure()
                            .parts()
                            .stream()
                            .map(Part::fileName)
                            .flatMap(Optional::stream)
                            .map(Glance::shown)
                            .limit(MOST_FILES)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the content cannot be read", e);
        }
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST)).replaceAll("\\p{Cntrl}", "?");
    }

    private static String source(Content content) {
        try (InputStream octets = content.open()) {
            return new String(octets.readNBytes(ParkedDetail.MOST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the content cannot be read", e);
        }
    }
}
