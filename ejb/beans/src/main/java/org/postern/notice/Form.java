package org.postern.notice;

import org.postern.delivery.outcome.DeliveryStatusNotice;
import org.postern.mail.Mailbox;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** In which characters a report is written: ASCII, or UTF-8 where addresses or header need it and the sender takes it (RFC 6533). */
enum Form {
    ASCII("message/delivery-status", "text/rfc822-headers", "message/rfc822", StandardCharsets.US_ASCII), UTF8(
            "message/global-delivery-status", "message/global-headers", "message/global", StandardCharsets.UTF_8);

    private final String statusType;
    private final String headersType;
    private final String messageType;
    private final Charset charset;

    Form(String statusType, String headersType, String messageType, Charset charset) {
        this.statusType = statusType;
        this.headersType = headersType;
        this.messageType = messageType;
        this.charset = charset;
    }

    /** {@return UTF-8 if the message came as SMTPUTF8 (RFC 6531), and anything that is told is beyond ASCII} */
    static Form of(DeliveryStatusNotice notice, Original original) {
        boolean takesUtf8 = notice.about().envelope().parameters().get("SMTPUTF8").isPresent()
                || !notice.to().isAscii();
        boolean needsUtf8 = !notice.to().isAscii() || original.isHeaderBeyondAscii()
                || notice.recipients().stream().anyMatch(one -> !isAscii(one.mailbox()))
                || notice.recipients()
                        .stream()
                        .anyMatch(one -> one.originalRecipient().filter(Addresses::isUtf8).isPresent());
        return takesUtf8 && needsUtf8 ? UTF8 : ASCII;
    }

    private static boolean isAscii(Mailbox mailbox) {
        return mailbox.isAscii();
    }

    /** {@return the type of the part that programs read} */
    String statusType() {
        return statusType;
    }

    /** {@return the subtype of that part, by which the whole says what kind of report it is (RFC 6522, 3)} */
    String reportType() {
        return statusType.substring(statusType.indexOf('/') + 1);
    }

    /** {@return the type of the part with the original's header section} */
    String headersType() {
        return headersType;
    }

    /** {@return the type of the part with the whole original} */
    String messageType() {
        return messageType;
    }

    /** {@return the octets; in ASCII, what is beyond becomes a question mark} */
    byte[] octets(String text) {
        return text.getBytes(charset);
    }
}
