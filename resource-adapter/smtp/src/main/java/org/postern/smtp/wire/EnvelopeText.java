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
        Optional<Command.Mail> mail = Optional.empty();
        List<Recipient> recipients = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf("\r\n", at);
            if (end < 0) {
                return new Parsed.Invalid<>(Violation.ENVELOPE_LINE);
            }
            Parsed<Command> line = PARSER.parse(text.substring(at, end));
            if (line instanceof Parsed.Invalid<Command>(Violation violation)) {
                return new Parsed.Invalid<>(violation);
            }
            Command command = line.toOptional().orElseThrow();
            if (command instanceof Command.Mail first && mail.isEmpty()) {
                mail = Optional.of(first);
            } else if (command instanceof Command.Rcpt rcpt && mail.isPresent()) {
                recipients.add(new Recipient(rcpt.forwardPath(), rcpt.parameters()));
            } else {
                return new Parsed.Invalid<>(Violation.ENVELOPE_LINE);
            }
            at = end + 2;
        }
        return mail.<Parsed<Envelope>>map(
                m -> new Parsed.Valid<>(new Envelope(m.reversePath(), m.parameters(), recipients)))
                .orElseGet(() -> new Parsed.Invalid<>(Violation.ENVELOPE_LINE));
    }
}
