package org.postern.cli.verb;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/**
 * What the program finds around it.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param people whether a person looks at standard output
 * @param account who asks, for stories and the audit log
 * @param environment variables
 */
public record Surroundings(InputStream in, PrintStream out, PrintStream err, boolean people, String account,
        Map<String, String> environment) {
    /** {@return what an environment variable says, if it says something} */
    public Optional<String> environment(String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isEmpty());
    }
}
