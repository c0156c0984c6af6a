package org.postern.smtp.server;

import org.postern.mail.Envelope;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has been said since MAIL (RFC 5321, 3.3). Ends with the message, RSET, EHLO or HELO. */
final class MailTransaction {
    /** Recipients that have room in one message however long each is (RFC 5321, 4.5.3.1.8), and are announced (RFC 9422). */
    static final int ALWAYS_FIT = 100;
    /** Characters of all recipients with their parameters; more than this is more than a queue carries beside the content. */
    static final int MAX_RECIPIENTS_LENGTH = 128 * 1024;
    /** What surrounds a recipient: the command's words and the line end. */
    private static final int COMMAND = "RCPT TO: \r\n".length();

    /** Octets that a recipient takes beside its characters. */
    private static final int OBJECTS = 512;
    /** Two for each character, in case one of them is beyond Latin 1. */
    private static final int CHARACTER = 2;
    /** Octets of recipients that are not asked for: there is room for a few in each session. */
    private static final int FEW = 4 * 1024;

    private final ReversePath reversePath;
    private final Parameters parameters;
    private final ContentStore.EnvelopeMemory memory;
    private final List<Recipient> recipients = new ArrayList<>();
    private Optional<ChunkedContent> chunks = Optional.empty();
    private int length;

    MailTransaction(ReversePath reversePath, Parameters parameters, ContentStore.EnvelopeMemory memory) {
        this.reversePath = reversePath;
        this.parameters = parameters;
        this.memory = memory;
    }

    void add(Recipient recipient) {
        recipients.add(recipient);
        length += length(recipient);
    }

    /** {@return whether this recipient can be added to those that are there} */
    boolean hasRoomFor(Recipient recipient) {
        return length + length(recipient) <= MAX_RECIPIENTS_LENGTH;
    }

    /** {@return whether there is memory for this one beside those of all other sessions} */
    boolean hasMemoryFor(Recipient recipient) {
        long needed = (recipients.size() + 1L) * OBJECTS + ((long) length + length(recipient)) * CHARACTER;
        return needed <= FEW || memory.growTo(needed);
    }

    private static int length(Recipient recipient) {
        int parameters = recipient.parameters().isEmpty() ? 0 : recipient.parameters().toString().length();
        return COMMAND + recipient.path().toString().length() + parameters;
    }

    /** Content comes in chunks; the first is about to. */
    void receiveIn(ChunkedContent content) {
        chunks = Optional.of(content);
    }

    /** {@return what has come in chunks} */
    Optional<ChunkedContent> chunks() {
        return chunks;
    }

    /** {@return what has come in chunks, which is the caller's to free from here on} */
    Optional<ChunkedContent> release() {
        Optional<ChunkedContent> released = chunks;
        chunks = Optional.empty();
        return released;
    }

    /** Frees what its content and its recipients occupy. */
    void discard() {
        memory.free();
        release().ifPresent(ChunkedContent::discard);
    }

    ReversePath reversePath() {
        return reversePath;
    }

    Parameters parameters() {
        return parameters;
    }

    /** {@return whether addresses may be beyond ASCII (RFC 6531, 3.4)} */
    boolean isSmtpUtf8() {
        return parameters.get("SMTPUTF8").isPresent();
    }

    int recipientCount() {
        return recipients.size();
    }

    Envelope envelope() {
        return new Envelope(reversePath, parameters, recipients);
    }

    /** {@return the envelope of content that has come, which says what the content is, not what was declared} */
    Envelope envelope(boolean eightBit) {
        return eightBit ? envelope().ofEightBitContent() : envelope();
    }

    /** {@return what SIZE has announced, 0 if it has not} */
    long declaredSize() {
        return MailParameters.size(parameters).orElse(0);
    }
}
