package org.postern.smtp.server;

import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.smtp.Extension;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;
import org.postern.smtp.wire.Command;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what each command gets for an answer, in the order RFC 5321, 4.1.4 asks for, and what the receiver thinks of it. */
final class CommandHandler {
    private final SessionSettings settings;
    private final MailReceiver receiver;
    private final Set<Extension> extensions = EnumSet.allOf(Extension.class);
    private SessionFacts facts;
    private Optional<MailTransaction> transaction = Optional.empty();

    CommandHandler(SessionSettings settings, SessionFacts facts, MailReceiver receiver) {
        this.settings = settings;
        this.facts = facts;
        this.receiver = receiver;
    }

    Answer greet() {
        return switch (receiver.connect(facts)) {
            case AtCommand.Accept _ -> Answer.of(Replies.greeting(facts.greetingName()));
            case AtCommand.Reject(Reply reply) -> Answer.closing(reply);
            case AtCommand.Defer(Reply reply) -> Answer.closing(reply);
        };
    }

    Answer answer(Command command) {
        return switch (command) {
            case Command.Ehlo(String name) -> hello(facts.greeted(name, true), ehloReply());
            case Command.Helo(String name) -> hello(facts.greeted(name, false), Replies.hello(facts.greetingName()));
            case Command.Mail mail -> mail(mail);
            case Command.Rcpt rcpt -> rcpt(rcpt);
            case Command.Data _ -> data();
            case Command.Rset _ -> reset();
            case Command.Noop _ -> Answer.of(Replies.OK);
            case Command.Vrfy _ -> Answer.of(Replies.CANNOT_VERIFY);
            case Command.Help _ -> Answer.of(Replies.HELP);
            case Command.Quit _ -> Answer.closing(Replies.BYE);
            case Command.NotImplemented(String verb) -> notImplemented(verb);
        };
    }

    private Answer hello(SessionFacts greeted, Reply welcome) {
        return verdict(receiver.helo(greeted), welcome, () -> {
            facts = greeted;
            transaction = Optional.empty();
        });
    }

    private Reply ehloReply() {
        List<String> lines = new ArrayList<>();
        for (Extension extension : extensions) {
            lines.add(extension == Extension.SIZE
                    ? extension.keyword() + " " + settings.maxMessageSize()
                    : extension.keyword());
        }
        return Replies.hello(facts.greetingName(), lines);
    }

    private Set<Extension> offered() {
        return facts.extended() ? extensions : Set.of();
    }

    private Answer mail(Command.Mail mail) {
        if (facts.helo().isEmpty()) {
            return Answer.of(Replies.SAY_HELLO_FIRST);
        }
        if (transaction.isPresent()) {
            return Answer.of(Replies.NESTED_MAIL);
        }
        Optional<Reply> refusal = MailParameters.refuseAtMail(mail.parameters(), offered(), settings.maxMessageSize());
        if (refusal.isPresent()) {
            return Answer.of(refusal.get());
        }
        return verdict(receiver.mail(facts, mail.reversePath(), mail.parameters()), Replies.SENDER_OK,
                () -> transaction = Optional.of(new MailTransaction(mail.reversePath(), mail.parameters())));
    }

    private Answer rcpt(Command.Rcpt rcpt) {
        if (transaction.isEmpty()) {
            return Answer.of(Replies.MAIL_FIRST);
        }
        Optional<Reply> refusal = MailParameters.refuseAtRcpt(rcpt.parameters(), offered());
        if (refusal.isPresent()) {
            return Answer.of(refusal.get());
        }
        MailTransaction current = transaction.get();
        if (current.recipientCount() >= settings.maxRecipients()) {
            return Answer.of(Replies.TOO_MANY_RECIPIENTS);
        }
        Recipient recipient = new Recipient(rcpt.forwardPath(), rcpt.parameters());
        return verdict(receiver.rcpt(facts, current.envelope(), recipient), Replies.RECIPIENT_OK,
                () -> current.add(recipient));
    }

    private Answer data() {
        if (transaction.isEmpty()) {
            return Answer.of(Replies.MAIL_FIRST);
        }
        if (transaction.get().recipientCount() == 0) {
            return Answer.of(Replies.NO_VALID_RECIPIENTS);
        }
        return new Answer(Replies.START_MAIL_INPUT, Answer.Then.CONTENT);
    }

    void secured(TlsFacts tls) {
        facts = facts.secured(tls);
        transaction = Optional.empty();
    }

    private Answer reset() {
        transaction = Optional.empty();
        return Answer.of(Replies.OK);
    }

    /** A chunk follows BDAT without waiting (RFC 3030, 2), so that its octets would be taken for commands. */
    private static Answer notImplemented(String verb) {
        return verb.equals("BDAT") ? Answer.closing(Replies.NOT_IMPLEMENTED) : Answer.of(Replies.NOT_IMPLEMENTED);
    }

    private static Answer verdict(AtCommand verdict, Reply accepted, Runnable ifAccepted) {
        return switch (verdict) {
            case AtCommand.Accept _ -> {
                ifAccepted.run();
                yield Answer.of(accepted);
            }
            case AtCommand.Reject(Reply reply) -> Answer.of(reply);
            case AtCommand.Defer(Reply reply) -> Answer.of(reply);
        };
    }

    /** Ends the transaction, and gives what it was. */
    Optional<MailTransaction> endTransaction() {
        Optional<MailTransaction> ended = transaction;
        transaction = Optional.empty();
        return ended;
    }

    Optional<MailTransaction> transaction() {
        return transaction;
    }

    Optional<ReversePath> reversePath() {
        return transaction.map(MailTransaction::reversePath);
    }

    SessionFacts facts() {
        return facts;
    }
}
