package org.postern.it.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The gateway's own users, as an operator keeps them: by {@code ./postern user}.
 *
 * @param gateway which runs
 */
public record MailUsers(Gateway gateway) {
    /** Adds one. */
    public void add(String name, String password) {
        run(password, "add", name);
    }

    /** Does something else, such as {@code disable NAME}; {@return what was printed} */
    public String say(String... words) {
        return run("", words);
    }

    private String run(String input, String... words) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("postern.root"), "postern").toString(), "user"));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", gateway.data().toString()));
        return Commands.run(command, Map.of(), input + "\n");
    }
}
