package org.postern.store;

/** Patterns for {@code like … escape '!'}, in which what was typed stands for itself. */
public final class Like {
    private Like() {}

    public static String contains(String text) {
        return "%" + literal(text) + "%";
    }

    public static String begins(String text) {
        return literal(text) + "%";
    }

    public static String ends(String text) {
        return "%" + literal(text);
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
