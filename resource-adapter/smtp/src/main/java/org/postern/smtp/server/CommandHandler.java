package org.postern.smtp.server;

import org.postern.mail.Parameters;
import org.postern.receiver.MailReceiver;
import org.postern.receiver.SessionFacts;
import org.postern.receiver.TlsFacts;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;
import org.postern.smtp.wire.Command;

import java.io.IOException;
import java.util.Optional;

/** Says which answer each command gets. */
final class CommandHandler {
    private final SessionProgress progress;
    private final SessionGreeting greeting;
    private final TransactionCommands transactions;
    private final AuthDialogue auth;
    private final Services services;
    private final MailReceiver receiver;

    CommandHandler(SessionSettings settings, SessionProgress progress, MailReceiver receiver, AuthDialogue auth) {
        this.progress = progress;
        this.greeting = new SessionGreeting(settings, progress, receiver);
        this.transactions = new TransactionCommands(settings, progress, receiver);
        this.auth = auth;
        this.receiver = receiver;
        this.services = settings.services();
    }

    Answer greet(Greeting how) throws IOException {
        return greeting.greet(how);
    }

    Answer answer(Command command) {
        return switch (command) {
            case Command.Ehlo(String name) -> greeting.ehlo(name, false);
            case Command.Lhlo(String name) -> greeting.ehlo(name, true);
            case Command.Helo(String name) -> greeting.helo(name);
            case Command.StartTls _ -> startTls();
            case Command.Auth begin -> auth.begin(begin);
            case Command.Mail mail -> transactions.mail(mail, greeting.offered());
            case Command.Rcpt rcpt -> transactions.rcpt(rcpt, greeting.offered());
            case Command.Data _ -> transactions.data();
            case Command.Rset _ -> reset();
            case Command.Noop _ -> Answer.of(Replies.OK);
            case Command.Vrfy(String argument) -> lookup(receiver.verify(progress.facts(), argument));
            case Command.Expn(String argument) -> lookup(receiver.expand(progress.facts(), argument));
            case Command.Etrn(String node) -> etrn(node);
            case Command.Xclient(Parameters attributes) -> xclient(attributes);
            case Command.Help(String topic) -> Answer.of(HelpText.on(topic));
            case Command.Quit _ -> Answer.closing(Replies.BYE);
            case Command.Bdat _, Command.NotImplemented _ -> Answer.of(Replies.NOT_IMPLEMENTED);
        };
    }

    private Answer startTls() {
        if (progress.facts().tls().isPresent()) {
            return Answer.of(Replies.IN_TLS_ALREADY);
        }
        if (!services.startTls()) {
            return Answer.of(Replies.NOT_IMPLEMENTED);
        }
        return progress.facts().extended()
                ? Answer.of(Replies.READY_FOR_TLS).then(Answer.Then.START_TLS)
                : Answer.of(progress.facts().role().helloFirst());
    }

    /** What the client said in the clear, anybody may have said (RFC 3207, 4.2). */
    void secured(TlsFacts tls) {
        progress.restarted(progress.facts().secured(tls));
        greeting.forget();
    }

    private Answer reset() {
        progress.endTransaction();
        return Answer.of(Replies.OK);
    }

    private static Answer lookup(Reply reply) {
        boolean complete = reply.status().isPresent() || !reply.isPositive();
        return Answer.of(complete ? reply : new Reply(reply.code(), Replies.OK.status(), reply.lines()));
    }

    private Answer etrn(String node) {
        if (!services.etrn()) {
            return Answer.of(Replies.NOT_IMPLEMENTED);
        }
        if (!progress.facts().extended()) {
            return Answer.of(progress.facts().role().helloFirst());
        }
        return progress.transaction().isPresent()
                ? Answer.of(Replies.NOT_IN_TRANSACTION)
                : lookup(receiver.release(progress.facts(), node));
    }

    private Answer xclient(Parameters attributes) {
        if (!services.xclient().test(progress.facts().client())) {
            return Answer.of(Replies.NOT_TRUSTED);
        }
        if (progress.transaction().isPresent()) {
            return Answer.of(Replies.NOT_IN_TRANSACTION);
        }
        Optional<SessionFacts> anew = new XclientCommand(progress.facts(), attributes).anew();
        if (anew.isEmpty()) {
            return Answer.of(Replies.BAD_PARAMETER_VALUE);
        }
        progress.restarted(anew.get());
        greeting.forget();
        return greeting.greet();
    }
}
