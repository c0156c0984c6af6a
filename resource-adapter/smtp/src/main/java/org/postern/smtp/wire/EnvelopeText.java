package org.postern.smtp.wire;

import org.postern.mail.Envelope;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An envelope as text in the syntax of SMTP: one MAIL line, then one RCPT line for each recipient, each ended by CRLF. Travels
 * beside the content on a queue. What {@link #write} has written, {@link #parse} reads to an equal envelope.
 */
public final class EnvelopeText {
    private static final CommandParser PARSER = new CommandParser(Optional.empty(),
            Set.of(Violation.UNDERSCORE_IN_DOMAIN));

    private EnvelopeText() {}

    /** {@return the envelope as text} */
    public static String write(Envelope envelope) {
        StringBuilder text = new StringBuilder(64 + 48 * envelope.recipients().size());
        text.append("MAIL FROM:").append(envelope.reversePath());
        end(text, envelope.parameters());
        for (Recipient recipient : envelope.recipients()) {
            text.append("RCPT TO:").append(recipient.path());
            end(text, recipient.parameters());
        }
        return text.toString();
    }

    private static void end(StringBuilder text, Parameters parameters) {
        if (!parameters.isEmpty()) {
            text.append(' ').append(parameters);
        }
        text.append("\r\n");
    }

    /** {@return the envelope that the text is; a line that is neither MAIL nor RCPT in its place is a violation} */
    public static Parsed<Envelope> parse(String text) {
        Reading reading = new Reading();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf("\r\n", at);
            if (end < 0) {
                return new Parsed.Invalid<>(Violation.ENVELOPE_LINE);
            }
            Optional<Violation> violation = reading.take(PARSER.parse(text.substring(at, end)));
            if (violation.isPresent()) {
                return new Parsed.Invalid<>(violation.get());
            }
            at = end + 2;
        }
        return reading.envelope();
    }

    /** What has been read so far. */
    private static final class Reading {
        private Optional<Command.Mail> mail = Optional.empty();
        private final List<Recipient> recipients = new ArrayList<>();

        Optional<Violation> take(Parsed<Command> line) {
            return switch (line) {
                case Parsed.Invalid<Command>(Violation violation) -> Optional.of(violation);
                case Parsed.Valid<Command>(Command command) -> take(command);
            };
        }

        private Optional<Violation> take(Command command) {
            if (command instanceof Command.Mail first && mail.isEmpty()) {
                mail = Optional.of(first);
                return Optional.empty();
            }
            if (command instanceof Command.Rcpt rcpt && mail.isPresent()) {
                recipients.add(new Recipient(rcpt.forwardPath(), rcpt.parameters()));
                return Optional.empty();
            }
            return Optional.of(Violation.ENVELOPE_LINE);
        }

        Parsed<Envelope> envelope() {
            if (mail.isEmpty()) {
                return new Parsed.Invalid<>(Violation.ENVELOPE_LINE);
            }
            return new Parsed.Valid<>(new Envelope(mail.get().reversePath(), mail.get().parameters(), recipients));
        }
    }
}
