package org.postern.it.strangers;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What must have held, and whether it did. */
final class Verdict {
    private final List<String> lines = new ArrayList<>();
    private boolean good = true;

    /** @param seen what was seen, where it does not hold */
    void demand(String what, boolean holds, String seen) {
        lines.add("| %s | %s |".formatted(what, holds ? "yes" : "**no**: " + seen));
        good &= holds;
    }

    /** {@return whether all of it held} */
    boolean isGood() {
        return good;
    }

    void print(PrintStream out) {
        out.println("| demanded | held |\n|---|---|");
        lines.forEach(out::println);
        out.println();
    }
}
