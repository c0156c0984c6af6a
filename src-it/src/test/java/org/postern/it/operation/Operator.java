package org.postern.it.operation;

import org.postern.it.harness.Commands;
import org.postern.it.harness.Commands.Outcome;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A person at a shell who gives {@code ./postern} commands. */
final class Operator {
    private static final String SCRIPT = Path.of(System.getProperty("postern.root"), "postern").toString();

    private Operator() {}

    /** {@return what becomes of {@code ./postern} with these words behind it} */
    static Outcome says(String... words) {
        return types("", words);
    }

    /** {@return the same, with this line on standard input} */
    static Outcome types(String input, String... words) {
        List<String> command = new ArrayList<>(List.of(SCRIPT));
        command.addAll(List.of(words));
        return Commands.attempt(command, Map.of(), input + "\n");
    }
}
