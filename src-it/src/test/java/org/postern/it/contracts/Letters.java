package org.postern.it.contracts;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;

/** Mail of applications, if nothing else is said to the queue in which tests look what was sent. */
final class Letters {
    private Letters() {}

    static void send(Session session, String subject, String domain) throws MessagingException {
        MimeMessage mail = new MimeMessage(session);
        mail.setFrom("contracts@app.example");
        mail.setRecipients(RecipientType.TO, "all@" + domain);
        mail.setSubject(subject);
        mail.setText("As agreed.");
        Transport.send(mail);
    }

    static void send(Session session, String subject) throws MessagingException {
        send(session, subject, "kept.example");
    }
}
