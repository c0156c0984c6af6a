package org.postern.smtp.server;

import org.postern.smtp.wire.Command;
import org.postern.smtp.wire.Parsed;
import org.postern.smtp.wire.Violation;

import java.util.Locale;

/**
 * What may be told of a line that a client has sent. A line that may hold a secret is told without it: AUTH, and what is no command
 * once the client has tried to sign in, since some send their password without waiting for the challenge.
 */
final class ShownCommand {
    private static final String AUTH = "AUTH";
    private static final String HIDDEN = "(not shown, may hold a password)";

    private boolean afterAuth;

    /** {@return the line, or what may be told of it} */
    String of(String line, Parsed<Command> parsed) {
        return switch (parsed) {
            case Parsed.Valid<Command>(Command command) -> {
                afterAuth |= command instanceof Command.Auth;
                yield command instanceof Command.Auth ? command.toString() : line;
            }
            case Parsed.Invalid<Command>(Violation violation) -> of(line, violation);
        };
    }

    private String of(String line, Violation violation) {
        String upper = line.toUpperCase(Locale.ROOT);
        if (upper.startsWith(AUTH)) {
            afterAuth = true;
            return AUTH;
        }
        boolean noCommand = violation.reply().code() == 500;
        return noCommand && (afterAuth || upper.contains(AUTH)) ? HIDDEN : line;
    }
}
