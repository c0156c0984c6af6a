package org.postern.notice;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import org.postern.delivery.outcome.DeliveryStatusNotice;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.Message;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.queue.Arrival;
import org.postern.queue.QueuedMail;
import org.postern.signing.MailSigner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Writes the report on what became of mail (RFC 3464): a {@code multipart/report} of an explanation, the delivery status, and the header
 * section of the message or, where a failure is reported and the sender wants that, all of it. Its reverse-path is null, so that it
 * never causes another report. Where the sender required TLS the report requires it too, and holds the header section alone (RFC 8689, 5).
 */
public final class NoticeComposer {
    private static final String ENCODING = "Content-Transfer-Encoding";
    private static final String EIGHT_BIT = "8bit";
    private static final String REQUIRETLS = "REQUIRETLS";

    private final Domain gateway;
    private final int fullLimit;
    private final MailSigner signer;
    private final Session session;

    /**
     * Writes in the name of the postmaster of this gateway.
     *
     * @param fullLimit octets of the largest message that is shown as a whole
     * @param signer signs reports, if the gateway's domain has keys
     */
    public NoticeComposer(Domain gateway, int fullLimit, MailSigner signer) {
        this.gateway = gateway;
        this.fullLimit = fullLimit;
        this.signer = signer;
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        this.session = Session.getInstance(properties);
    }

    /**
     * {@return the report, ready to be posted}
     *
     * @throws IOException when the message reported on cannot be read
     */
    public QueuedMail compose(DeliveryStatusNotice notice) throws IOException {
        Original original = Original.of(notice.about());
        Form form = Form.of(notice, original);
        boolean full = notice.isFullWanted() && !isTlsRequired(notice) && original.fits(fullLimit);
        try {
            Letter letter = new Letter(session, notice, gateway, original.header());
            MimeBodyPart shown = shown(original, form, full);
            MimeBodyPart status = asItIs(form.statusType(),
                    new StatusFields(notice, gateway, original.header(), form).octets());
            letter.setContent(new MimeMultipart("report; report-type=" + form.reportType(),
                    encoded("text/plain; charset=UTF-8",
                            new Explanation(notice, gateway).text(original.header(), full)
                                    .getBytes(StandardCharsets.UTF_8)),
                    status, shown));
            if (isEightBit(status) || isEightBit(shown)) {
                letter.setHeader(ENCODING, EIGHT_BIT);
            }
            letter.saveChanges();
            ByteArrayOutputStream octets = new ByteArrayOutputStream(8192);
            letter.writeTo(octets);
            return mail(notice, octets.toByteArray(), form);
        } catch (MessagingException e) {
            throw new IllegalStateException("the report on " + notice.about().id() + " cannot be composed", e);
        }
    }

    private static MimeBodyPart shown(Original original, Form form, boolean full)
            throws MessagingException, IOException {
        if (full) {
            return asItIs(form.messageType(), original.octets());
        }
        return form == Form.UTF8
                ? asItIs(form.headersType(), original.headerOctets())
                : encoded(form.headersType(), original.headerOctets());
    }

    /** {@return a part in whatever encoding makes it ASCII} */
    private static MimeBodyPart encoded(String type, byte[] octets) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(octets, type)));
        return part;
    }

    /** {@return a part whose octets stand in the report as they are: no encoding is allowed for it (RFC 2046, 5.2.1), or none is needed} */
    private static MimeBodyPart asItIs(String type, byte[] octets) throws MessagingException {
        MimeBodyPart part = encoded(type, octets);
        part.setHeader(ENCODING, Original.isBeyondAscii(octets) ? EIGHT_BIT : "7bit");
        return part;
    }

    private static boolean isEightBit(MimeBodyPart part) throws MessagingException {
        return EIGHT_BIT.equals(part.getHeader(ENCODING, null));
    }

    private static boolean isTlsRequired(DeliveryStatusNotice notice) {
        return notice.about().envelope().parameters().get(REQUIRETLS).isPresent();
    }

    private QueuedMail mail(DeliveryStatusNotice notice, byte[] octets, Form form)
            throws IOException {
        Map<String, String> parameters = new HashMap<>();
        if (isTlsRequired(notice)) {
            parameters.put(REQUIRETLS, "");
        }
        if (form == Form.UTF8) {
            parameters.put("SMTPUTF8", "");
        }
        if (Original.isBeyondAscii(octets)) {
            parameters.put("BODY", "8BITMIME");
        }
        Envelope envelope = new Envelope(ReversePath.NULL, Parameters.of(parameters),
                List.of(Recipient.of(notice.to())));
        return QueuedMail.of(new Message(notice.id(), envelope, signer.signed(Content.of(octets))),
                Arrival.at(notice.written()));
    }
}
