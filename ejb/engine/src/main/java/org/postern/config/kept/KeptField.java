package org.postern.config.kept;

/**
 * What a table of some kind may say.
 *
 * @param name as it is written
 * @param absent what holds where it is not written; empty where nothing does
 * @param needed whether it must be written
 */
public record KeptField(String name, Shape shape, String absent, boolean needed) {
    /** How a value is written. */
    public enum Shape {
        /** A text in quotes. */
        TEXT,
        /** A list of texts in quotes. */
        LIST,
        /** One text, or a list of them. */
        TEXTS,
        /** true, false or a whole number, without quotes. */
        BARE
    }

    static KeptField needed(String name) {
        return new KeptField(name, Shape.TEXT, "", true);
    }

    static KeptField text(String name) {
        return new KeptField(name, Shape.TEXT, "", false);
    }

    static KeptField bare(String name, String absent) {
        return new KeptField(name, Shape.BARE, absent, false);
    }
}
