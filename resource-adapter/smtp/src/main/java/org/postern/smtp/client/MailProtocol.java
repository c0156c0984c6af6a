package org.postern.smtp.client;

/** The protocol that a next server speaks. */
public enum MailProtocol {
    /** RFC 5321. */
    SMTP,
    /** RFC 2033: LHLO, and behind the content a reply for each recipient that was accepted. */
    LMTP
}
