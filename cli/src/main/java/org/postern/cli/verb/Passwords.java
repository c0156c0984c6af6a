package org.postern.cli.verb;

import org.postern.cli.client.Trouble;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Secrets, which are never words of a command, where others could see them. */
public final class Passwords {
    private static final String VARIABLE = "POSTERN_PASSWORD";
    private static final int LONGEST = 4_096;

    private Passwords() {}

    /** {@return the password: of the environment, of the terminal, or the first line of standard input} */
    public static String read(Session session) {
        Optional<String> given = session.around().environment(VARIABLE);
        Optional<Console> terminal = Optional.ofNullable(session.around().people() ? System.console() : null)
                .filter(Console::isTerminal);
        String password = given.orElseGet(() -> terminal.map(Passwords::asked).orElseGet(() -> line(session)));
        if (password.isEmpty()) {
            throw Trouble.failed("no password on standard input");
        }
        return password;
    }

    private static String asked(Console terminal) {
        char[] first = terminal.readPassword("Password: ");
        char[] again = terminal.readPassword("Again: ");
        if (!Arrays.equals(first, again)) {
            throw Trouble.failed("these are two passwords");
        }
        return new String(first);
    }

    private static String line(Session session) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        InputStream in = session.around().in();
        try {
            int octet = in.read();
            while (octet >= 0 && octet != '\n' && line.size() < LONGEST) {
                line.write(octet);
                octet = in.read();
            }
        } catch (IOException e) {
            throw Trouble.failed("cannot read standard input: " + e.getMessage());
        }
        return line.toString(StandardCharsets.UTF_8).replaceFirst("\r$", "");
    }
}
