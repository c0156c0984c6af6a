package org.postern.config.file;

import org.postern.sentence.Sentence;

import org.tomlj.TomlPosition;

import java.util.Comparator;

/**
 * Something wrong in the configuration. In the order of the file; what is outside of it comes last.
 *
 * @param place the file, or what else set the value
 * @param line from 1; 0 outside the file
 * @param column from 1; 0 outside the file
 * @param message what is wrong and, where possible, what would be right
 */
public record Problem(String place, int line, int column, Sentence message) implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.<Problem, Boolean>comparing(p -> p.line == 0)
            .thenComparing(Problem::line)
            .thenComparing(Problem::column)
            .thenComparing(Problem::place)
            .thenComparing(problem -> problem.message.toString());

    static Problem in(String file, TomlPosition position, Sentence message) {
        return new Problem(file, position.line(), position.column(), message);
    }

    static Problem outside(String place, Sentence message) {
        return new Problem(place, 0, 0, message);
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** {@return {@code FILE:LINE:COLUMN: message}} */
    @Override
    public String toString() {
        return place + (line == 0 ? "" : ":" + line + ":" + column) + ": " + message;
    }
}
