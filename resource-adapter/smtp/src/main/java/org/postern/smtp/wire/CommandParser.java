package org.postern.smtp.wire;

import org.postern.mail.Domain;
import org.postern.mail.Parameters;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads a command line, its CRLF already taken off. Any text gives a command or a violation, never an exception.
 * Addresses may be beyond ASCII (RFC 6531, 3.3); whether that was announced, the session knows. */
public final class CommandParser {
    private final Optional<Domain> home;
    private final Set<Violation> tolerated;

    /**
     * @param home whose postmaster {@code RCPT TO:<Postmaster>} means (RFC 5321, 4.5.1); empty where that is not allowed
     * @param tolerated violations to let pass
     */
    public CommandParser(Optional<Domain> home, Set<Violation> tolerated) {
        this.home = home;
        this.tolerated = Set.copyOf(tolerated);
    }

    /** {@return the command that the line is} */
    public Parsed<Command> parse(String line) {
        int end = endWithoutWhiteSpace(line);
        int space = line.indexOf(' ');
        int verbEnd = space < 0 || space > end ? end : space;
        Cursor argument = new Cursor(line.substring(Math.min(verbEnd + 1, end), end), tolerated, true);
        String verb = Ascii.upper(line.substring(0, verbEnd));
        return switch (verb) {
            case "EHLO" -> hello(argument, Command.Ehlo::new);
            case "HELO" -> hello(argument, Command.Helo::new);
            case "LHLO" -> hello(argument, Command.Lhlo::new);
            case "STARTTLS" -> alone(argument, Command.StartTls::new);
            case "AUTH" -> ExtensionArguments.auth(argument);
            case "MAIL" -> mail(argument);
            case "RCPT" -> rcpt(argument);
            case "DATA" -> alone(argument, Command.Data::new);
            case "RSET" -> alone(argument, Command.Rset::new);
            case "QUIT" -> alone(argument, Command.Quit::new);
            case "NOOP" -> new Parsed.Valid<>(new Command.Noop());
            case "HELP" -> new Parsed.Valid<>(new Command.Help(Ascii.upper(argument.rest().strip())));
            case "VRFY" -> ExtensionArguments.lookup(argument, Command.Vrfy::new);
            case "EXPN" -> ExtensionArguments.lookup(argument, Command.Expn::new);
            case "BDAT" -> ExtensionArguments.bdat(argument);
            case "ETRN" -> ExtensionArguments.etrn(argument);
            case "XCLIENT" -> ExtensionArguments.xclient(argument);
            case "SEND", "SOML", "SAML", "TURN", "ATRN" ->
                new Parsed.Valid<>(new Command.NotImplemented(verb));
            case "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "PRI" ->
                new Parsed.Invalid<>(Violation.FOREIGN_PROTOCOL);
            default -> new Parsed.Invalid<>(Violation.UNKNOWN_COMMAND);
        };
    }

    /** Trailing white space is tolerated (RFC 5321, 4.1.1). */
    private static int endWithoutWhiteSpace(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\t')) {
            end--;
        }
        return end;
    }

    private Parsed<Command> hello(Cursor argument, Function<String, Command> command) {
        String name = argument.rest().strip();
        if (name.isEmpty()) {
            return new Parsed.Invalid<>(Violation.ARGUMENT_MISSING);
        }
        return switch (DomainParser.parse(name, toleratedInHello())) {
            case Parsed.Valid<Domain>(Domain domain) -> new Parsed.Valid<>(command.apply(domain.text()));
            case Parsed.Invalid<Domain> _ -> new Parsed.Invalid<>(Violation.NOT_A_DOMAIN);
        };
    }

    private Set<Violation> toleratedInHello() {
        return tolerated.contains(Violation.UNDERSCORE_IN_HELLO) ? Set.of(Violation.UNDERSCORE_IN_DOMAIN) : tolerated;
    }

    private static Parsed<Command> alone(Cursor argument, Supplier<Command> command) {
        return argument.isAtEnd()
                ? new Parsed.Valid<>(command.get())
                : new Parsed.Invalid<>(Violation.ARGUMENT_NOT_ALLOWED);
    }

    private Parsed<Command> mail(Cursor argument) {
        if (!takeKeyword(argument, "FROM:")) {
            return new Parsed.Invalid<>(argument.violation());
        }
        return parsed(argument, PathParser.readReversePath(argument), Command.Mail::new);
    }

    private Parsed<Command> rcpt(Cursor argument) {
        if (!takeKeyword(argument, "TO:")) {
            return new Parsed.Invalid<>(argument.violation());
        }
        return parsed(argument, PathParser.readForwardPath(argument, home), Command.Rcpt::new);
    }

    private static <P> Parsed<Command> parsed(Cursor argument, Optional<P> path,
            BiFunction<P, Parameters, Command> command) {
        Optional<Parameters> parameters = path.flatMap(_ -> ParametersParser.read(argument));
        return parameters.isPresent()
                ? new Parsed.Valid<>(command.apply(path.get(), parameters.get()))
                : new Parsed.Invalid<>(argument.violation());
    }

    private static boolean takeKeyword(Cursor argument, String keyword) {
        if (!argument.takeIgnoreCase(keyword)) {
            return argument.fail(Violation.PATH_KEYWORD_MISSING);
        }
        boolean spaces = argument.takeSpaces() > 0;
        return !spaces || argument.tolerates(Violation.SPACE_BEFORE_PATH) || argument.fail(Violation.SPACE_BEFORE_PATH);
    }
}
