package org.postern.broker;

import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.queue.Lane;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * What an application handed in.
 *
 * @param delivery names this taking, the same again at redelivery; empty where the application has switched names off, so that a
 *        redelivery cannot be told from another message
 * @param envelope from the properties
 * @param expires when it is of no use any more to the application; empty if it does not say so
 * @param lane that the application asks for
 * @param correlation what the application knows it by; empty where it says nothing
 * @param content the octets; readable until this is closed
 * @param spool what holds the octets meanwhile
 */
public record Submitted(Optional<String> delivery, Envelope envelope, Optional<Instant> expires, Lane lane,
        Optional<String> correlation, Content content,
        Closeable spool)
        implements
            AutoCloseable {
    /**
     * {@return the same with CRLF behind the last line if it was missing there, and with an envelope that says if it is 8-bit content}
     *
     * @throws IOException when the content cannot be read
     * @throws MalformedSubmissionException where it breaks the rules of line ends otherwise
     */
    public Submitted checked() throws IOException, MalformedSubmissionException {
        LineEnds.Checked checked = LineEnds.checked(content);
        return new Submitted(delivery, checked.eightBit() ? envelope.ofEightBitContent() : envelope, expires, lane,
                correlation, checked.content(), spool);
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
