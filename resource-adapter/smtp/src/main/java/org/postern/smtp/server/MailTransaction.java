package org.postern.smtp.server;

import org.postern.mail.Envelope;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;

import java.util.ArrayList;
import java.util.List;

/** What has been said since MAIL (RFC 5321, 3.3). Ends with the message, RSET, EHLO or HELO. */
final class MailTransaction {
    private final ReversePath reversePath;
    private final Parameters parameters;
    private final List<Recipient> recipients = new ArrayList<>();

    MailTransaction(ReversePath reversePath, Parameters parameters) {
        this.reversePath = reversePath;
        this.parameters = parameters;
    }

    void add(Recipient recipient) {
        recipients.add(recipient);
    }

    ReversePath reversePath() {
        return reversePath;
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
