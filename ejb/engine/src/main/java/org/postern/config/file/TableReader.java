package org.postern.config.file;

import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** One table of an array of tables, such as {@code [[route]]}: its keys are known beforehand, its values are texts. */
final class TableReader {
    /** The most tables of one name. */
    private static final int MAX_TABLES = 100_000;

    private final TomlTable table;
    private final TomlPosition start;
    private final Problems problems;

    private TableReader(TomlTable table, TomlPosition start, Problems problems) {
        this.table = table;
        this.start = start;
        this.problems = problems;
    }

    /** {@return what {@code reader} makes of each table with this name; those it makes nothing of are left out} */
    static <T> List<T> each(TomlTable file, String name, Problems problems, List<String> keys,
            Function<TableReader, Optional<T>> reader) {
        Object value = file.get(List.of(name));
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof TomlArray array) || array.size() > MAX_TABLES || !isOfTables(array)) {
            problems.add(file.inputPositionOf(List.of(name)),
                    "each is written as a table of its own: [[" + name + "]]");
            return List.of();
        }
        List<T> results = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            TableReader table = new TableReader(array.getTable(i), array.inputPositionOf(i), problems);
            table.reportUnknown(keys);
            reader.apply(table).ifPresent(results::add);
        }
        return results;
    }

    private static boolean isOfTables(TomlArray array) {
        return array.toList().stream().allMatch(TomlTable.class::isInstance);
    }

    private void reportUnknown(List<String> keys) {
        for (String key : table.keySet()) {
            if (!keys.contains(key)) {
                problems.add(position(key), Suggestion.unknown(key, keys));
            }
        }
    }

    /** {@return what {@code parser} makes of a value that must be there} */
    <T> Optional<T> required(String key, Function<String, T> parser) {
        Object value = table.get(List.of(key));
        if (value == null) {
            problems.add(start, key + " is missing");
            return Optional.empty();
        }
        if (!(value instanceof String text)) {
            problems.add(position(key), key + " is a text in quotes");
            return Optional.empty();
        }
        return problems.check(position(key), () -> parser.apply(text));
    }

    boolean has(String key) {
        return table.contains(List.of(key));
    }

    /** {@return what {@code parser} makes of a value that may be there} */
    <T> Optional<T> optional(String key, Function<String, T> parser) {
        return has(key) ? required(key, parser) : Optional.empty();
    }

    /** {@return a number that must be there, in quotes or not} */
    Optional<Double> number(String key, double least, double most) {
        Object value = table.get(List.of(key));
        return value instanceof Long || value instanceof Double
                ? problems.check(position(key), () -> parsed(value.toString(), least, most))
                : required(key, text -> parsed(text, least, most));
    }

    /** {@return the number with this text form} */
    static double parsed(String text, double least, double most) {
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a number: " + text, e);
        }
        if (number >= least && number <= most) {
            return number;
        }
        throw new IllegalArgumentException(text + " is not within " + least + " to " + most);
    }

    /** {@return nothing, since this key has something wrong with it} */
    <T> Optional<T> wrong(String key, String what) {
        problems.add(position(key), what);
        return Optional.empty();
    }

    /** {@return what {@code parser} makes of each of the texts of a list that must be there, one at least} */
    <T> Optional<List<T>> textsOf(String key, int most, Function<String, T> parser) {
        return texts(key).flatMap(texts -> texts.isEmpty() || texts.size() > most
                ? wrong(key, key + " has 1 to " + most + " texts")
                : problems.check(position(key), () -> texts.stream().map(parser).toList()));
    }

    /** {@return the texts of a list that may be there} */
    Optional<List<String>> texts(String key) {
        Object value = table.get(List.of(key));
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof TomlArray array) || !array.toList().stream().allMatch(String.class::isInstance)) {
            problems.add(position(key), key + " is a list of texts in quotes");
            return Optional.empty();
        }
        return Optional.of(array.toList().stream().map(String.class::cast).toList());
    }

    /** {@return the texts of a value that must be there: one text, number, flag or day, or a list of them} */
    Optional<List<String>> words(String key) {
        Object value = table.get(List.of(key));
        List<?> values = value instanceof TomlArray array ? array.toList() : List.of(value);
        return values.stream().anyMatch(one -> one instanceof TomlArray || one instanceof TomlTable)
                ? wrong(key, key + " is a text in quotes, or a list of such texts")
                : Optional.of(values.stream().map(Object::toString).toList());
    }

    /** {@return the value, unless making it tells what is wrong with this key} */
    <T> Optional<T> understood(String key, Supplier<T> value) {
        return problems.check(position(key), value);
    }

    private TomlPosition position(String key) {
        return Optional.ofNullable(table.inputPositionOf(List.of(key))).orElse(start);
    }
}
