package org.postern.notice;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import org.postern.delivery.DeliveryStatusNotice;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Message;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.queue.QueuedMail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Writes the report on mail that could not be delivered (RFC 3464): a {@code multipart/report} of an explanation, the delivery
 * status, and the header section of the message. Its reverse-path is null, so that it never causes another report.
 */
public final class NoticeComposer {
    private final Domain gateway;
    private final Session session = Session.getInstance(new Properties());

    /** Writes in the name of the postmaster of this gateway. */
    public NoticeComposer(Domain gateway) {
        this.gateway = gateway;
    }

    /**
     * {@return the report, ready to be posted}
     *
     * @throws IOException when the message reported on cannot be read
     */
    public QueuedMail compose(DeliveryStatusNotice notice) throws IOException {
        HeaderSection original = HeaderSection.of(notice.about().content());
        try {
            Letter letter = new Letter(session, notice, gateway, original);
            letter.setContent(report(notice, original));
            letter.saveChanges();
            ByteArrayOutputStream octets = new ByteArrayOutputStream(4096);
            letter.writeTo(octets);
            return mail(notice, Content.of(octets.toByteArray()));
        } catch (MessagingException e) {
            throw new IllegalStateException("the report on " + notice.about().id() + " cannot be composed", e);
        }
    }

    private MimeMultipart report(DeliveryStatusNotice notice, HeaderSection original)
            throws MessagingException, IOException {
        byte[] explanation = new Explanation(notice, gateway).text(original).getBytes(StandardCharsets.UTF_8);
        return new MimeMultipart("report; report-type=delivery-status",
                part("text/plain; charset=UTF-8", explanation),
                part("message/delivery-status", new StatusFields(notice, gateway).octets()),
                part("text/rfc822-headers", OriginalHeaders.of(notice.about().content())));
    }

    private static MimeBodyPart part(String type, byte[] octets) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(octets, type)));
        return part;
    }

    private static QueuedMail mail(DeliveryStatusNotice notice, Content content) {
        Envelope envelope = new Envelope(ReversePath.NULL, Parameters.NONE, List.of(Recipient.of(notice.to())));
        return new QueuedMail(new Message(notice.id(), envelope, content), notice.written(), Optional.empty(), 0);
    }

    /** {@return ASCII octets; what is none becomes a question mark} */
    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
