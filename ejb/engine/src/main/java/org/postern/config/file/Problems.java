package org.postern.config.file;

import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;

import org.tomlj.TomlPosition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The problems of one file, as they are found. */
final class Problems {
    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    /** {@return a place in the file, for people} */
    String place(TomlPosition position) {
        return file + ":" + position.line() + ":" + position.column();
    }

    void add(TomlPosition position, Sentence message) {
        found.add(Problem.in(file, position, message));
    }

    /** Adds what stands in files alone that nobody reads but in English. */
    void add(TomlPosition position, String message) {
        add(position, Sentence.asItIs(message));
    }

    /** {@return the value; nothing if making it fails, which is a problem at this position} */
    <T> Optional<T> check(TomlPosition position, Supplier<T> value) {
        return check(value, message -> Problem.in(file, position, message));
    }

    /** {@return the value; nothing if making it fails, which is a problem of what set it} */
    <T> Optional<T> check(String source, Supplier<T> value) {
        return check(value, message -> Problem.outside(source, message));
    }

    private <T> Optional<T> check(Supplier<T> value, Function<Sentence, Problem> problem) {
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException e) {
            found.add(problem.apply(RefusedException.sentenceOf(e)));
            return Optional.empty();
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** {@return all, in the order of the file} */
    List<Problem> all() {
        return found.stream().sorted().toList();
    }
}
