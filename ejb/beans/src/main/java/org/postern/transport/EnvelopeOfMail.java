package org.postern.transport;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.postern.client.Submission;
import org.postern.client.SubmissionBuilder;
import org.postern.mail.Mailbox;
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
     * {@return a submission without content: from the first address in From, where reports go}
     *
     * @throws SendFailedException naming the addresses that are none
     */
    static SubmissionBuilder begun(MimeMessage mail, Address... recipients) throws MessagingException {
        List<Mailbox> known = new ArrayList<>();
        List<Address> unknown = new ArrayList<>();
        List<Address> unsent = new ArrayList<>();
        for (Address address : recipients) {
            Optional<Mailbox> mailbox = mailbox(address);
            mailbox.ifPresent(known::add);
            (mailbox.isPresent() ? unsent : unknown).add(address);
        }
        if (!unknown.isEmpty() || known.isEmpty()) {
            throw new SendFailedException("no address that mail could be sent to", null, NOBODY,
                    unsent.toArray(NOBODY), unknown.toArray(NOBODY));
        }
        SubmissionBuilder submission = Submission.from(sender(mail).toString());
        known.forEach(mailbox -> submission.to(mailbox.toString()));
        return submission;
    }

    private static Mailbox sender(MimeMessage mail) throws MessagingException {
        return Optional.ofNullable(mail.getFrom())
                .filter(from -> from.length > 0)
                .flatMap(from -> mailbox(from[0]))
                .orElseThrow(() -> new MessagingException("the message has no sender in From"));
    }

    private static Optional<Mailbox> mailbox(Address address) {
        return address instanceof InternetAddress internet && internet.getAddress() != null
                && MailboxParser.parse(internet.getAddress()) instanceof Parsed.Valid<Mailbox>(Mailbox mailbox)
                        ? Optional.of(mailbox)
                        : Optional.empty();
    }
}
