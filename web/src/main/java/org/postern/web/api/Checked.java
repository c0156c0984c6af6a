package org.postern.web.api;

/** Looks at parts of a body by what reads them further inside, so that a fault has a field. */
public final class Checked {
    private Checked() {}

    /** Reads a field; what it throws as wrong is told of that field. */
    public static void field(String name, Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException wrong) {
            throw ProblemException.ofField(name, String.valueOf(wrong.getMessage()));
        }
    }

    /** {@return the number by which something is named in a parameter} */
    public static long id(String parameter, String text) {
        if (!text.matches("\\d{1,18}")) {
            throw ProblemException.ofField(parameter, "is a number");
        }
        return Long.parseLong(text);
    }
}
