package org.postern.smtp.server;

import org.postern.mail.Domain;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;
import org.postern.smtp.wire.Command;
import org.postern.smtp.wire.CommandFramer;
import org.postern.smtp.wire.CommandLine;
import org.postern.smtp.wire.CommandParser;
import org.postern.smtp.wire.Parsed;
import org.postern.smtp.wire.Violation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * One SMTP session, from the greeting to its end, without input or output: its driver hands in the octets that arrive, and the
 * replies go to a stream. Used by one thread at a time.
 *
 * <p>{@code IOException} comes from the reply stream alone and means that the client cannot be answered any more; the driver
 * then calls {@link #lost}. The stream is flushed when all octets handed in are consumed, so that replies to pipelined
 * commands travel together (RFC 2920, 3.2).
 */
public final class SmtpSession {
    /** What the driver does next. */
    public enum State {
        /** Read on. */
        OPEN,
        /** Make a TLS handshake, then call {@link SmtpSession#secured}. */
        START_TLS,
        /** Close the connection; everything due has been written. */
        CLOSE
    }

    /** What the session waits for; each has its time-out (RFC 5321, 4.5.3.2). */
    public enum Stage {
        /** The next command: 5 minutes. */
        COMMAND,
        /** The next octets of a message: 3 minutes. */
        DATA
    }

    private static final String CONNECT = "connect";
    private static final String CONTENT = "content";

    private final SessionSettings settings;
    private final MailReceiver receiver;
    private final ContentStore contents;
    private final ReplyChannel replies;
    private final CommandFramer framer;
    private final CommandParser parser;
    private final CommandHandler commands;
    private final Patience patience;
    private Optional<MessageReception> reception = Optional.empty();
    private boolean dataRefused;
    private State state = State.OPEN;

    public SmtpSession(SessionSettings settings, SessionFacts facts, MailReceiver receiver, ContentStore contents,
            OutputStream replies) {
        this.settings = settings;
        this.receiver = new GuardedReceiver(receiver);
        this.contents = contents;
        this.replies = new ReplyChannel(this.receiver, replies);
        this.framer = new CommandFramer(settings.maxCommandLine());
        this.parser = new CommandParser(Optional.of(new Domain(facts.greetingName())), settings.tolerated());
        this.commands = new CommandHandler(settings, facts, this.receiver);
        this.patience = new Patience(settings);
    }

    /** Asks {@link MailReceiver#connect} and writes the greeting, or the refusal in its place. */
    public State open() throws IOException {
        give(CONNECT, commands.greet());
        replies.flush();
        return state;
    }

    /**
     * Consumes all these octets, calls the receiver, and writes the replies due. The array may be reused after the return. What
     * follows the end of the session is consumed and ignored.
     */
    public State receive(byte[] octets, int offset, int length) throws IOException {
        ByteBuffer input = ByteBuffer.wrap(octets, offset, length);
        while (state == State.OPEN && input.hasRemaining()) {
            if (reception.isPresent()) {
                receiveContent(reception.get(), input);
            } else {
                receiveCommand(input);
            }
        }
        replies.flush();
        return state;
    }

    private void receiveCommand(ByteBuffer input) throws IOException {
        Optional<CommandLine> line = framer.next(input);
        if (line.isPresent()) {
            give(line.get().text(), answer(line.get(), input.hasRemaining()));
        }
    }

    private Answer answer(CommandLine line, boolean moreBehind) throws IOException {
        Parsed<Command> parsed = line.violation().isPresent()
                ? new Parsed.Invalid<>(line.violation().get())
                : parser.parse(line.text());
        return switch (parsed) {
            case Parsed.Valid<Command>(Command command) -> answer(command, moreBehind);
            case Parsed.Invalid<Command>(Violation violation) -> answer(violation);
        };
    }

    /** What follows a refused DATA and is no command is message text; more of it may look like commands. */
    private Answer answer(Violation violation) {
        return violation.endsSession() || dataRefused
                ? Answer.closing(violation.reply())
                : Answer.of(violation.reply());
    }

    private Answer answer(Command command, boolean moreBehind) throws IOException {
        boolean data = command instanceof Command.Data;
        if (data && moreBehind) {
            // DATA ends a group of commands (RFC 2920, 3.1). Whoever sends on without waiting for the 354 would have message text run as
            // commands if the answer is another.
            return Answer.closing(Replies.TALKED_TOO_EARLY);
        }
        Optional<Reply> tooMany = patience.tried(command);
        Answer answer = tooMany.map(Answer::closing).orElseGet(() -> commands.answer(command));
        if (answer.then() == Answer.Then.CONTENT) {
            answer = beginContent(answer);
        }
        dataRefused = data && !answer.reply().isPositive();
        return answer;
    }

    private Answer beginContent(Answer answer) {
        try {
            long declared = commands.transaction().map(MailTransaction::declaredSize).orElse(0L);
            reception = Optional.of(new MessageReception(settings, contents.begin(declared)));
            return answer;
        } catch (IOException _) {
            return Answer.of(Replies.NO_ROOM);
        }
    }

    private void receiveContent(MessageReception current, ByteBuffer input) throws IOException {
        current.receive(input);
        if (!current.isEnded() && !current.isHopeless()) {
            return;
        }
        reception = Optional.empty();
        MailTransaction transaction = commands.transaction().orElseThrow();
        Reply reply = current.finish(content -> receiver.message(facts(), transaction.envelope(), content));
        patience.restore();
        give(CONTENT, current.isEnded() ? Answer.of(reply) : Answer.closing(reply));
        commands.endTransaction();
    }

    private void give(String command, Answer answer) throws IOException {
        Reply reply = patience.tried(answer.reply()).orElse(answer.reply());
        if (answer.then() == Answer.Then.CLOSE || reply.code() == Replies.CLOSING) {
            state = State.CLOSE;
        }
        replies.tellIfRefused(facts(), command, commands.reversePath(), reply);
        replies.write(reply);
    }

    /** The handshake that {@link State#START_TLS} asked for has succeeded; the client begins anew with EHLO (RFC 3207, 4.2). */
    public State secured(TlsFacts tls) {
        commands.secured(tls);
        state = State.OPEN;
        return state;
    }

    /** Ends the session with this reply, a 421, at a time-out or a shutdown. An unfinished message is discarded. */
    public State end(Reply reply) throws IOException {
        if (state == State.OPEN) {
            String where = reception.isPresent() ? CONTENT : "";
            lost();
            if (commands.transaction().isPresent()) {
                replies.tellIfRefused(facts(), where, commands.reversePath(), reply);
            }
            replies.write(reply);
            replies.flush();
        }
        return state;
    }

    /** The client is gone. An unfinished message is discarded; nothing is written. */
    public void lost() {
        reception.ifPresent(MessageReception::discard);
        reception = Optional.empty();
        state = State.CLOSE;
    }

    /** {@return whether content is arriving, which a graceful shutdown waits for} */
    public boolean inMessage() {
        return reception.isPresent();
    }

    /** {@return what the session waits for} */
    public Stage stage() {
        return inMessage() ? Stage.DATA : Stage.COMMAND;
    }

    /** {@return what is known of the session now} */
    public SessionFacts facts() {
        return commands.facts();
    }
}
