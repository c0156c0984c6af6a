package org.postern.smtp.server;

import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.receiver.MailReceiver;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Extension;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;
import org.postern.smtp.wire.Command;
import org.postern.smtp.wire.Violation;

import java.util.Optional;
import java.util.Set;

/** MAIL, RCPT and DATA, in the order RFC 5321, 4.1.4 asks for, and what the receiver thinks of them. */
final class TransactionCommands {
    private final SessionSettings settings;
    private final SessionProgress progress;
    private final MailReceiver receiver;
    private final MailParameters parameters;

    TransactionCommands(SessionSettings settings, SessionProgress progress, MailReceiver receiver) {
        this.settings = settings;
        this.progress = progress;
        this.receiver = receiver;
        this.parameters = new MailParameters(settings);
    }

    Answer mail(Command.Mail mail, Set<Extension> offered) {
        SessionFacts facts = progress.facts();
        Optional<Denial> refusal = notNow(facts).map(Denial::of)
                .or(() -> mail.lacksSmtpUtf8() ? Optional.of(Denial.of(Violation.NON_ASCII_ADDRESS)) : Optional.empty())
                .or(() -> parameters.refuseAtMail(mail.parameters(), offered));
        if (refusal.isPresent()) {
            return Answer.of(refusal.get());
        }
        // AUTH= is not believed, and goes no further (RFC 4954, 5).
        Parameters kept = mail.parameters().without("AUTH");
        return Answer.to(receiver.mail(facts, mail.reversePath(), kept), Replies.SENDER_OK,
                () -> progress.begin(mail.reversePath(), kept));
    }

    private Optional<Reply> notNow(SessionFacts facts) {
        if (facts.helo().isEmpty()) {
            return Optional.of(facts.role().helloFirst());
        }
        if (progress.transaction().isPresent()) {
            return Optional.of(Replies.NESTED_MAIL);
        }
        if (facts.role() != ProtocolRole.SUBMISSION || facts.identity().isPresent()) {
            return Optional.empty();
        }
        boolean tlsFirst = facts.tls().isEmpty() && settings.services().startTls();
        return Optional.of(tlsFirst ? Replies.TLS_REQUIRED : Replies.AUTHENTICATION_REQUIRED);
    }

    Answer rcpt(Command.Rcpt rcpt, Set<Extension> offered) {
        if (progress.transaction().isEmpty()) {
            return Answer.of(Replies.MAIL_FIRST);
        }
        MailTransaction current = progress.transaction().get();
        if (current.chunks().isPresent()) {
            return Answer.of(Replies.CHUNKS_BEGUN);
        }
        if (!rcpt.forwardPath().mailbox().isAscii() && !current.isSmtpUtf8()) {
            return Answer.of(Denial.of(Violation.NON_ASCII_ADDRESS));
        }
        Optional<Reply> refusal = parameters.refuseAtRcpt(rcpt.parameters(), current.parameters(), offered);
        if (refusal.isPresent()) {
            return Answer.of(refusal.get());
        }
        if (current.recipientCount() >= settings.maxRecipients()) {
            return Answer.of(Denial.RECIPIENTS);
        }
        Recipient recipient = new Recipient(rcpt.forwardPath(), rcpt.parameters());
        if (!current.hasRoomFor(recipient)) {
            return Answer.of(Replies.ENVELOPE_FULL);
        }
        if (!current.hasMemoryFor(recipient)) {
            return Answer.of(Denial.MEMORY);
        }
        return Answer.to(receiver.rcpt(progress.facts(), current.envelope(), recipient), Replies.RECIPIENT_OK,
                () -> current.add(recipient));
    }

    Answer data() {
        if (progress.transaction().isEmpty()) {
            return Answer.of(Replies.MAIL_FIRST);
        }
        MailTransaction current = progress.transaction().get();
        if (current.chunks().isPresent()) {
            return Answer.of(Replies.CHUNKS_BEGUN);
        }
        if (ChunkReception.isBinary(current.parameters())) {
            return Answer.of(Replies.BINARY_NEEDS_BDAT);
        }
        if (current.recipientCount() == 0) {
            return Answer.of(Replies.NO_VALID_RECIPIENTS);
        }
        return Answer.of(Replies.START_MAIL_INPUT).then(Answer.Then.CONTENT);
    }
}
