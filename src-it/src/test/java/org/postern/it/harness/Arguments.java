package org.postern.it.harness;

import java.util.ArrayList;
import java.util.List;

/** What a program's command line says: names and values in turn, each taken once. */
public final class Arguments {
    private final List<String> rest;

    public Arguments(String... words) {
        rest = new ArrayList<>(List.of(words));
    }

    /** {@return the value behind this name, or another where the name is not there} */
    public String text(String name, String otherwise) {
        int at = rest.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        if (at + 1 == rest.size()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        rest.remove(at);
        return rest.remove(at);
    }

    /** {@return the number behind this name, or another where the name is not there} */
    public int number(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }

    /** @throws IllegalArgumentException when something is left that nobody has asked for */
    public void end() {
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException("unknown option " + rest.getFirst());
        }
    }
}
