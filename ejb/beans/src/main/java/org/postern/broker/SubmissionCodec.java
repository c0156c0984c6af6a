package org.postern.broker;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;
import org.postern.client.PropertyNames;
import org.postern.event.OutcomeWish;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.queue.Lane;
import org.postern.smtp.Extension;
import org.postern.smtp.wire.EnvelopeParameters;
import org.postern.smtp.wire.EnvelopeText;
import org.postern.smtp.wire.FutureRelease;
import org.postern.smtp.wire.MailboxParser;
import org.postern.smtp.wire.Parsed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what applications hand in: the octets of a message (RFC 5322) as body; as properties either {@code postern_envelope}, or
 * {@code postern_reversePath} (empty for none) and {@code postern_recipient}. What it expires at, by JMS's own time to live or by
 * {@code postern_expires}, is kept to; {@code postern_lane} says that it is bulk mail.
 */
public final class SubmissionCodec {
    /**
     * How much an application may hand in at a time.
     *
     * @param maxOctets of the content
     * @param maxRecipients of one message
     * @param hold how long it may have a message held; empty for not at all
     */
    public record Limits(long maxOctets, int maxRecipients, Optional<FutureRelease> hold) {}

    private SubmissionCodec() {}

    /**
     * {@return what was handed in, its line ends not looked at yet}
     *
     * @throws MalformedSubmissionException saying what is wrong with it
     * @throws IOException when the spool is full or out of reach
     */
    public static Submitted decode(BytesMessage message, Limits limits, Path spool)
            throws JMSException, IOException, MalformedSubmissionException {
        Envelope envelope = checked(envelope(message), limits);
        int recipients = envelope.recipients().size();
        if (recipients == 0 || recipients > limits.maxRecipients()) {
            throw new MalformedSubmissionException("a message has 1 to " + limits.maxRecipients() + " recipients, not "
                    + recipients);
        }
        long size = message.getBodyLength();
        if (size == 0 || size > limits.maxOctets()) {
            throw new MalformedSubmissionException("a message has 1 to " + limits.maxOctets() + " octets, not " + size);
        }
        Optional<Instant> expires = expires(message);
        Lane lane = lane(message);
        Optional<String> delivery = Optional.ofNullable(message.getJMSMessageID());
        SpooledContent content = MailBody.read(message, spool);
        return new Submitted(delivery, envelope, expires, lane, correlation(message), content, content);
    }

    /** {@return what the application knows its submission by; empty where it says nothing, or too much to be kept} */
    public static Optional<String> correlation(Message message) throws JMSException {
        return Optional.ofNullable(message.getJMSCorrelationID())
                .filter(name -> !name.isEmpty() && name.length() <= OutcomeWish.LONGEST);
    }

    /** What a listener would refuse of an envelope is refused here. */
    private static Envelope checked(Envelope envelope, Limits limits) throws MalformedSubmissionException {
        EnvelopeParameters rules = new EnvelopeParameters(EnumSet.allOf(Extension.class), limits.hold());
        refuse("MAIL", rules.atMail(envelope.parameters()));
        for (Recipient recipient : envelope.recipients()) {
            refuse("RCPT", rules.atRcpt(recipient.parameters(), envelope.parameters()));
        }
        if (EnvelopeParameters.size(envelope.parameters()).orElse(0) > limits.maxOctets()) {
            throw new MalformedSubmissionException(
                    "SIZE is more than the " + limits.maxOctets() + " octets of a message");
        }
        return envelope;
    }

    private static void refuse(String command, Optional<EnvelopeParameters.Fault> fault)
            throws MalformedSubmissionException {
        if (fault.isPresent()) {
            String parameter = fault.get().parameter();
            throw new MalformedSubmissionException(fault.get().isUnknown()
                    ? command + " knows no parameter " + parameter
                    : "the value of " + parameter + " is none that it may have");
        }
    }

    private static Lane lane(BytesMessage message) throws JMSException, MalformedSubmissionException {
        try {
            return MailCodec.lane(message);
        } catch (IllegalArgumentException none) {
            throw new MalformedSubmissionException(PropertyNames.LANE + " is ORDINARY or BULK");
        }
    }

    private static Optional<Instant> expires(BytesMessage message) throws JMSException, MalformedSubmissionException {
        try {
            Optional<Instant> said = MailCodec.time(message, PropertyNames.EXPIRES);
            long jms = message.getJMSExpiration();
            Optional<Instant> life = jms == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(jms));
            return Stream.concat(said.stream(), life.stream()).min(Instant::compareTo);
        } catch (NumberFormatException | MessageFormatException e) {
            throw new MalformedSubmissionException(PropertyNames.EXPIRES + " is a time in milliseconds since 1970");
        }
    }

    static Envelope envelope(Message message) throws JMSException, MalformedSubmissionException {
        String text = message.getStringProperty(PropertyNames.ENVELOPE);
        if (text != null) {
            return valid(PropertyNames.ENVELOPE, EnvelopeText.parse(text));
        }
        String sender = message.getStringProperty(PropertyNames.REVERSE_PATH);
        String recipient = message.getStringProperty(PropertyNames.RECIPIENT);
        if (sender == null || recipient == null) {
            throw new MalformedSubmissionException(
                    "neither " + PropertyNames.ENVELOPE + " nor both " + PropertyNames.REVERSE_PATH
                            + " and " + PropertyNames.RECIPIENT + " are there");
        }
        ReversePath from = sender.isEmpty()
                ? ReversePath.NULL
                : ReversePath.of(valid(PropertyNames.REVERSE_PATH, MailboxParser.parse(sender)));
        Mailbox to = valid(PropertyNames.RECIPIENT, MailboxParser.parse(recipient));
        Envelope envelope = new Envelope(from, Parameters.NONE, List.of(Recipient.of(to)));
        return valid("address", EnvelopeText.parse(EnvelopeText.write(envelope)));
    }

    private static <T> T valid(String property, Parsed<T> parsed) throws MalformedSubmissionException {
        return switch (parsed) {
            case Parsed.Valid<T> valid -> valid.value();
            case Parsed.Invalid<T> invalid ->
                throw new MalformedSubmissionException(property + ": " + invalid.violation().text());
        };
    }
}
