package org.postern.transport;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.smtp.wire.EnvelopeText;
import org.postern.smtp.wire.MailboxParser;
import org.postern.smtp.wire.Parsed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who sends, and to whom, in the words of SMTP. */
final class EnvelopeOfMail {
    private static final Address[] NOBODY = {};

    private EnvelopeOfMail() {}

    /**
     * {@return the envelope as text: from the first address in From, where reports go}
     *
     * @throws SendFailedException naming the addresses that are none
     */
    static String text(MimeMessage mail, Address... recipients) throws MessagingException {
        List<Recipient> known = new ArrayList<>();
        List<Address> unknown = new ArrayList<>();
        List<Address> unsent = new ArrayList<>();
        for (Address address : recipients) {
            Optional<Mailbox> mailbox = mailbox(address);
            mailbox.map(Recipient::of).ifPresent(known::add);
            (mailbox.isPresent() ? unsent : unknown).add(address);
        }
        if (!unknown.isEmpty() || known.isEmpty()) {
            throw new SendFailedException("no address that mail could be sent to", null, NOBODY,
                    unsent.toArray(NOBODY), unknown.toArray(NOBODY));
        }
        return EnvelopeText.write(new Envelope(reversePath(mail), Parameters.NONE, known));
    }

    private static ReversePath reversePath(MimeMessage mail) throws MessagingException {
        return Optional.ofNullable(mail.getFrom())
                .filter(from -> from.length > 0)
                .flatMap(from -> mailbox(from[0]))
                .map(ReversePath::of)
                .orElseThrow(() -> new MessagingException("the message has no sender in From"));
    }

    private static Optional<Mailbox> mailbox(Address address) {
        return address instanceof InternetAddress internet && internet.getAddress() != null
                && MailboxParser.parse(internet.getAddress()) instanceof Parsed.Valid<Mailbox>(Mailbox mailbox)
                        ? Optional.of(mailbox)
                        : Optional.empty();
    }
}
