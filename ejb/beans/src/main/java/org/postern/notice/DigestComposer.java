package org.postern.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import org.postern.digest.Digest;
import org.postern.digest.DigestText;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
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
import java.util.Properties;

/**
 * Writes what a recipient is told of mail in quarantine: a {@code multipart/alternative} of plain text and HTML, in the name of the
 * postmaster. Its reverse-path is null and it says that no person wrote it (RFC 3834), so that nothing answers.
 */
public final class DigestComposer {
    private static final String UTF_8 = "UTF-8";

    private final Domain gateway;
    private final MailSigner signer;
    private final Session session;

    /** @param signer signs digests, if the gateway's domain has keys */
    public DigestComposer(Domain gateway, MailSigner signer) {
        this.gateway = gateway;
        this.signer = signer;
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        this.session = Session.getInstance(properties);
    }

    /** {@return the letter, ready to be posted} */
    public QueuedMail compose(Digest digest, QueueId id, Instant now) {
        try {
            DigestText text = new DigestText(digest, gateway);
            OwnLetter letter = new OwnLetter(session, "<" + id + "@" + gateway + ">");
            letter.setHeader("From", "Quarantine <postmaster@" + gateway + ">");
            letter.setHeader("To", "<" + digest.to() + ">");
            letter.setSubject(text.subject(), UTF_8);
            letter.setSentDate(Date.from(now));
            letter.setHeader("Auto-Submitted", "auto-generated");
            letter.setContent(new MimeMultipart("alternative", part(text.plain(), "plain"), part(text.html(), "html")));
            letter.saveChanges();
            ByteArrayOutputStream octets = new ByteArrayOutputStream(8192);
            letter.writeTo(octets);
            return mail(digest, id, now, Content.of(octets.toByteArray()));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("the digest for " + digest.to() + " cannot be composed", e);
        }
    }

    private QueuedMail mail(Digest digest, QueueId id, Instant now, Content content) throws IOException {
        boolean ascii = digest.to().toString().chars().allMatch(c -> c < 128);
        Envelope envelope = new Envelope(ReversePath.NULL,
                ascii ? Parameters.NONE : Parameters.of(Map.of("SMTPUTF8", "", "BODY", "8BITMIME")),
                List.of(Recipient.of(digest.to())));
        return QueuedMail.of(new Message(id, envelope, signer.signed(content)), Arrival.at(now));
    }

    /** Words that need it are encoded, so that the letter is ASCII. */
    private static MimeBodyPart part(String text, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, type);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }
}
