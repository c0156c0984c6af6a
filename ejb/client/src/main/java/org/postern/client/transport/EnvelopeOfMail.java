package org.postern.client.transport;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.postern.client.Envelope.Recipient;
import org.postern.client.Submission;
import org.postern.client.SubmissionBuilder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who sends, and to whom, in the words of SMTP. */
final class EnvelopeOfMail {
    private static final String NULL_PATH = "<>";
    private static final Address[] NOBODY = {};

    private EnvelopeOfMail() {}

    /**
     * {@return a submission without content: from where reports are said to go, or else from the first address in From}
     *
     * @throws SendFailedException naming the addresses that are none
     * @throws IllegalArgumentException when it is said that reports go where nothing can go
     */
    static SubmissionBuilder begun(MimeMessage mail, Optional<String> reports, Address... recipients)
            throws MessagingException {
        List<Recipient> known = new ArrayList<>();
        List<Address> unknown = new ArrayList<>();
        List<Address> unsent = new ArrayList<>();
        for (Address address : recipients) {
            Optional<Recipient> recipient = recipient(address);
            recipient.ifPresent(known::add);
            (recipient.isPresent() ? unsent : unknown).add(address);
        }
        if (!unknown.isEmpty() || known.isEmpty()) {
            throw new SendFailedException("no address that mail could be sent to", null, NOBODY,
                    unsent.toArray(NOBODY), unknown.toArray(NOBODY));
        }
        SubmissionBuilder submission = from(reports.isPresent() ? reports.get() : author(mail));
        known.forEach(submission::to);
        return submission;
    }

    private static SubmissionBuilder from(String reversePath) {
        return reversePath.equals(NULL_PATH) ? Submission.fromNobody() : Submission.from(reversePath);
    }

    private static String author(MimeMessage mail) throws MessagingException {
        return Optional.ofNullable(mail.getFrom())
                .filter(from -> from.length > 0)
                .flatMap(from -> recipient(from[0]))
                .map(Recipient::address)
                .orElseThrow(() -> new MessagingException("the message has no sender in From"));
    }

    private static Optional<Recipient> recipient(Address address) {
        if (!(address instanceof InternetAddress internet) || internet.getAddress() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Recipient(internet.getAddress(), Map.of()));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
