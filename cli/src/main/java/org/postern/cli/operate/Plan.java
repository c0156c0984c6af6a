package org.postern.cli.operate;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is left for the shell, in its own language: variables, and the arguments with which it is to start Java. */
final class Plan {
    private final PrintStream out;

    Plan(PrintStream out) {
        this.out = out;
    }

    /** Has variables set that the process to be started sees, too. */
    void export(Map<String, String> variables) {
        variables.forEach((name, value) -> out.println("export " + name + "=" + quoted(value)));
    }

    void set(String name, String value) {
        out.println(name + "=" + quoted(value));
    }

    void arguments(List<String> words) {
        out.println("set -- " + words.stream().map(Plan::quoted).collect(Collectors.joining(" ")));
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
