package org.postern.smtp.wire;

import org.postern.mail.Parameters;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what follows the verbs of extensions. */
final class ExtensionArguments {
    /** RFC 4422, 3.1. */
    private static final int MAX_MECHANISM = 20;

    /** RFC 3030, 2, sets no limit; 2 to the power of 64 has as many. */
    private static final int MAX_CHUNK_DIGITS = 20;
    private static final int MAX_NODE = 256;
    private static final String SMTPUTF8 = " SMTPUTF8";

    private ExtensionArguments() {}

    /** Reads a mechanism, and an initial response if there is one (RFC 4954, 4). */
    static Parsed<Command> auth(Cursor argument) {
        String[] words = words(argument);
        if (words.length == 0) {
            return new Parsed.Invalid<>(Violation.ARGUMENT_MISSING);
        }
        String mechanism = Ascii.upper(words[0]);
        return words.length > 2 || !isMechanism(mechanism)
                ? new Parsed.Invalid<>(Violation.AUTH_ARGUMENT)
                : new Parsed.Valid<>(new Command.Auth(mechanism,
                        words.length > 1 ? Optional.of(words[1]) : Optional.empty()));
    }

    private static boolean isMechanism(String text) {
        return text.length() <= MAX_MECHANISM
                && text.chars().allMatch(c -> Ascii.isLetterOrDigit((char) c) || c == '-' || c == '_');
    }

    /** Reads the size of a chunk, and whether it is the last (RFC 3030, 2). */
    static Parsed<Command> bdat(Cursor argument) {
        String[] words = words(argument);
        boolean last = words.length == 2 && Ascii.upper(words[1]).equals("LAST");
        if (words.length == 0 || (words.length > 1 && !last)
                || !words[0].chars().allMatch(c -> Ascii.isDigit((char) c))) {
            return new Parsed.Invalid<>(Violation.CHUNK_SIZE);
        }
        return words[0].length() > MAX_CHUNK_DIGITS
                ? new Parsed.Invalid<>(Violation.CHUNK_FAR_TOO_BIG)
                : new Parsed.Valid<>(new Command.Bdat(size(words[0]), last));
    }

    private static long size(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException _) {
            return Long.MAX_VALUE;
        }
    }

    /** Reads what VRFY and EXPN ask for; beyond ASCII only with SMTPUTF8 behind it (RFC 6531, 3.7.4.2). */
    static Parsed<Command> lookup(Cursor argument, Function<String, Command> command) {
        String text = argument.rest().strip();
        boolean utf8 = Ascii.upper(text).endsWith(SMTPUTF8);
        String sought = utf8 ? text.substring(0, text.length() - SMTPUTF8.length()).strip() : text;
        if (sought.isEmpty()) {
            return new Parsed.Invalid<>(Violation.ARGUMENT_MISSING);
        }
        boolean ascii = sought.chars().allMatch(c -> c < 128);
        return ascii || utf8
                ? new Parsed.Valid<>(command.apply(sought))
                : new Parsed.Invalid<>(Violation.NON_ASCII_ADDRESS);
    }

    /** Reads the name of a node (RFC 1985, 5.1). */
    static Parsed<Command> etrn(Cursor argument) {
        String node = argument.rest().strip();
        if (node.isEmpty()) {
            return new Parsed.Invalid<>(Violation.ARGUMENT_MISSING);
        }
        String name = node.startsWith("@") || node.startsWith("#") ? node.substring(1) : node;
        boolean valid = node.startsWith("#")
                ? !name.isEmpty() && name.length() <= MAX_NODE && name.chars().allMatch(c -> c > ' ' && c < 127)
                : DomainParser.parse(name).toOptional().isPresent();
        return valid ? new Parsed.Valid<>(new Command.Etrn(node)) : new Parsed.Invalid<>(Violation.NOT_A_DOMAIN);
    }

    /** Reads attributes, which are written as parameters are. */
    static Parsed<Command> xclient(Cursor argument) {
        Cursor attributes = new Cursor(" " + argument.rest(), Set.of());
        Optional<Parameters> read = ParametersParser.read(attributes);
        if (read.isEmpty()) {
            return new Parsed.Invalid<>(attributes.violation());
        }
        return read.get().isEmpty()
                ? new Parsed.Invalid<>(Violation.ARGUMENT_MISSING)
                : new Parsed.Valid<>(new Command.Xclient(read.get()));
    }

    private static String[] words(Cursor argument) {
        String text = argument.rest().strip();
        return text.isEmpty() ? new String[0] : text.split(" +", -1);
    }
}
