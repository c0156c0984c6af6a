package org.postern.config;

/**
 * Where the value of a setting comes from.
 *
 * @param place for people: the file with line and column, the name of the property or variable, who wrote it in the console; empty for a default
 */
public record Origin(Source source, String place) {
    /** What can set a setting. The first that does counts. */
    public enum Source {
        /** A system property of the server. */
        PROPERTY,
        /** An environment variable, as an option of {@code ./postern run} sets it, too. */
        ENVIRONMENT,
        /** The configuration file. */
        FILE,
        /** The database: somebody wrote it in the console. */
        DATABASE,
        /** Nobody. */
        DEFAULT
    }

    /** {@return where the value of a setting comes from that nobody sets} */
    public static Origin ofDefault() {
        return new Origin(Source.DEFAULT, "");
    }
}
