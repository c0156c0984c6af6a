package org.postern.smtp.server;

import org.postern.smtp.wire.Command;
import org.postern.smtp.wire.Parsed;
import org.postern.smtp.wire.Violation;

import java.util.Locale;
import java.util.Set;

/**
 * What may be told of a line that a client has sent. A line that may hold a secret is told without it: AUTH, and what is no command
 * once the client has tried to sign in, since some send their password without waiting for the challenge.
 */
final class ShownCommand {
    private static final String AUTH = "AUTH";
    /** What is told of AUTH beside the verb: any other word may be a response that stands in the wrong place. */
    private static final Set<String> MECHANISMS = Set.of("PLAIN", "LOGIN", "CRAM-MD5", "DIGEST-MD5", "SCRAM-SHA-1",
            "SCRAM-SHA-1-PLUS", "SCRAM-SHA-256", "SCRAM-SHA-256-PLUS", "SCRAM-SHA-512", "SCRAM-SHA-512-PLUS",
            "OAUTHBEARER",
            "XOAUTH2", "EXTERNAL", "GSSAPI", "NTLM", "ANONYMOUS");
    private static final String HIDDEN = "(not shown, may hold a password)";

    private boolean afterAuth;

    /** {@return the line, or what may be told of it} */
    String of(String line, Parsed<Command> parsed) {
        return switch (parsed) {
            case Parsed.Valid<Command>(Command.Auth auth) -> {
                afterAuth = true;
                yield MECHANISMS.contains(auth.mechanism()) ? auth.toString() : AUTH;
            }
            case Parsed.Valid<Command> _ -> line;
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
