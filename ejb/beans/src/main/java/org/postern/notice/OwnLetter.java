package org.postern.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** A message of the gateway itself, whose Message-ID is a name of its own. */
class OwnLetter extends MimeMessage {
    private final String messageId;

    OwnLetter(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
