package org.postern.smtp.server;

import org.postern.mail.Domain;
import org.postern.receiver.MailReceiver;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.TlsFacts;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;
import org.postern.smtp.wire.Command;
import org.postern.smtp.wire.CommandFramer;
import org.postern.smtp.wire.CommandLine;
import org.postern.smtp.wire.CommandParser;
import org.postern.smtp.wire.Parsed;
import org.postern.smtp.wire.Violation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The lines of a session: octets become commands, or responses in an authentication, and each gets its answer. */
final class CommandDialogue {
    private final CommandFramer framer;
    private final CommandParser parser;
    private final CommandHandler commands;
    private final AuthDialogue auth;
    private final CommandLimits limits;
    private final ShownCommand shown = new ShownCommand();
    /** A refused DATA or BDAT went before: what comes next and is no command is message text. */
    private boolean textMayFollow;

    /** What became of a line. */
    sealed interface Line {
        /**
         * It has its answer.
         *
         * @param asked what may be told of it
         */
        record Answered(Asked asked, Answer answer) implements Line {}

        /**
         * It announces a chunk, whose octets come before its answer.
         *
         * @param shown what may be told of it
         */
        record Chunk(String shown, Command.Bdat command) implements Line {}
    }

    CommandDialogue(SessionSettings settings, SessionProgress progress, MailReceiver receiver, CommandLimits limits) {
        this.framer = new CommandFramer(settings.maxCommandLine());
        this.parser = new CommandParser(Optional.of(new Domain(progress.facts().greetingName())),
                tolerated(settings, progress.facts().role()));
        this.auth = new AuthDialogue(progress, receiver, settings.services());
        this.commands = new CommandHandler(settings, progress, receiver, auth);
        this.limits = limits;
    }

    /** Users cannot help what their computer is called, and it says nothing about them (RFC 6409). */
    private static Set<Violation> tolerated(SessionSettings settings, ProtocolRole role) {
        Set<Violation> tolerated = EnumSet.of(Violation.UNDERSCORE_IN_HELLO);
        tolerated.addAll(settings.tolerated());
        return role == ProtocolRole.SUBMISSION ? tolerated : settings.tolerated();
    }

    Answer greet(Greeting how) throws IOException {
        return commands.greet(how);
    }

    void secured(TlsFacts tls) {
        commands.secured(tls);
    }

    void abandon() {
        auth.abandon();
    }

    /** Consumes the input up to the end of a line, or all of it if there is none. */
    Optional<Line> next(ByteBuffer input) {
        Optional<Line> line = framer.next(input).map(read -> take(read, input.hasRemaining()));
        if (auth.isOpen()) {
            framer.expectResponse();
        }
        return line;
    }

    private Line take(CommandLine line, boolean moreBehind) {
        if (auth.isOpen()) {
            return new Line.Answered(Asked.of(auth.shown()),
                    moreBehind ? Answer.closing(Replies.TALKED_TOO_EARLY) : auth.respond(line));
        }
        Parsed<Command> parsed = line.violation().isPresent()
                ? new Parsed.Invalid<>(line.violation().get())
                : parser.parse(line.text());
        String told = shown.of(line.text(), parsed);
        return switch (parsed) {
            case Parsed.Valid<Command>(Command.Bdat bdat) -> chunk(told, bdat);
            case Parsed.Valid<Command>(Command command) ->
                new Line.Answered(Asked.of(told, command), answer(command, moreBehind));
            case Parsed.Invalid<Command>(Violation violation) ->
                new Line.Answered(Asked.of(told), answer(violation, moreBehind));
        };
    }

    private Line chunk(String told, Command.Bdat bdat) {
        textMayFollow = false;
        Optional<Reply> tooMany = limits.tried(bdat);
        return tooMany.isPresent()
                ? new Line.Answered(Asked.of(told), Answer.closing(tooMany.get()))
                : new Line.Chunk(told, bdat);
    }

    private Answer answer(Violation violation, boolean moreBehind) {
        boolean chunk = violation == Violation.CHUNK_SIZE;
        boolean close = violation.endsSession() || textMayFollow || (chunk && moreBehind);
        textMayFollow |= chunk;
        Answer answer = Answer.of(Denial.of(violation));
        return close ? answer.then(Answer.Then.CLOSE) : answer;
    }

    private Answer answer(Command command, boolean moreBehind) {
        if (moreBehind && command.endsGroup()) {
            // Whoever sends on without waiting would have message text, or what somebody put before the start of TLS, run as commands.
            return Answer.closing(Replies.TALKED_TOO_EARLY);
        }
        Answer answer = limits.tried(command).map(Answer::closing).orElseGet(() -> commands.answer(command));
        textMayFollow = command instanceof Command.Data && !answer.reply().isPositive();
        return answer;
    }

    /** DATA was accepted, and its content cannot be taken after all. */
    void dataRefused() {
        textMayFollow = true;
    }
}
