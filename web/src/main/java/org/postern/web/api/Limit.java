package org.postern.web.api;

/**
 * How many lines a page has at most.
 *
 * @param lines 1 to {@value #MOST}
 */
public record Limit(int lines) {
    /** The longest page. */
    public static final int MOST = 500;
    /** The usual one. */
    public static final String USUAL = "100";

    static Limit of(String name, int lines) {
        if (lines < 1 || lines > MOST) {
            throw ProblemException.ofField(name, "is 1 to " + MOST);
        }
        return new Limit(lines);
    }
}
