package org.postern.admin.parked;

import org.postern.auth.FromField;
import org.postern.mail.HeaderSection;
import org.postern.mail.Mailbox;
import org.postern.mail.Message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Whom people take for the sender of a message. */
final class ShownSender {
    private ShownSender() {}

    /** {@return the one author of the From field; the reverse-path where there is none; empty where there are several, or the field is not understood} */
    static Optional<Mailbox> of(Message message) {
        try {
            List<String> fields = HeaderSection.of(message.content()).all("From");
            if (fields.isEmpty()) {
                return message.envelope().reversePath().mailbox();
            }
            return fields.size() > 1
                    ? Optional.empty()
                    : FromField.mailboxes(fields.getFirst()).filter(all -> all.size() == 1).map(List::getFirst);
        } catch (IOException e) {
            throw new UncheckedIOException("the header section cannot be read", e);
        }
    }
}
