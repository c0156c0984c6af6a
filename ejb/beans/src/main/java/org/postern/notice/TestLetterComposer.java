package org.postern.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Message;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.queue.Arrival;
import org.postern.queue.QueuedMail;
import org.postern.signing.MailSigner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Writes the message by which a person tries whether mail goes out: from the postmaster, who also hears if it fails. */
public final class TestLetterComposer {
    private static final String UTF_8 = "UTF-8";

    private final Domain gateway;
    private final MailSigner signer;

    /** @param signer signs it, if the gateway's domain has keys */
    public TestLetterComposer(Domain gateway, MailSigner signer) {
        this.gateway = gateway;
        this.signer = signer;
    }

    /** {@return the message, ready to be posted} */
    public QueuedMail compose(Mailbox to, QueueId id, Instant now) {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        Mailbox postmaster = new Mailbox("postmaster", gateway);
        try {
            OwnLetter letter = new OwnLetter(Session.getInstance(properties), "<" + id + "@" + gateway + ">");
            letter.setHeader("From", "<" + postmaster + ">");
            letter.setHeader("To", "<" + to + ">");
            letter.setSubject("Test mail from " + gateway, UTF_8);
            letter.setSentDate(Date.from(now));
            letter.setHeader("Auto-Submitted", "auto-generated");
            letter.setText("This message was sent by hand from the console of the mail gateway " + gateway
                    + ",\r\nto see whether mail arrives. Nothing has to be done about it.\r\n", UTF_8);
            letter.saveChanges();
            ByteArrayOutputStream octets = new ByteArrayOutputStream(1024);
            letter.writeTo(octets);
            boolean ascii = to.toString().chars().allMatch(c -> c < 128);
            Envelope envelope = new Envelope(new ReversePath(Optional.of(postmaster)),
                    ascii ? Parameters.NONE : Parameters.of(Map.of("SMTPUTF8", "", "BODY", "8BITMIME")),
                    List.of(Recipient.of(to)));
            Content content = signer.signed(Content.of(octets.toByteArray()));
            return QueuedMail.of(new Message(id, envelope, content), Arrival.at(now));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("the test mail to " + to + " cannot be composed", e);
        }
    }
}
