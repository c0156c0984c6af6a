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
    private final ReversePath reversePath;
    private final Parameters parameters;
    private final List<Recipient> recipients = new ArrayList<>();
    private Optional<ChunkedContent> chunks = Optional.empty();

    MailTransaction(ReversePath reversePath, Parameters parameters) {
        this.reversePath = reversePath;
        this.parameters = parameters;
    }

    void add(Recipient recipient) {
        recipients.add(recipient);
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

    /** Frees what its content occupies. */
    void discard() {
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

    /** {@return what SIZE has announced, 0 if it has not} */
    long declaredSize() {
        return MailParameters.size(parameters).orElse(0);
    }
}
