package org.postern.config.file;

import org.postern.config.rule.Wrong;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;

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
    private static final Sentence.Form TABLE_OF_ITS_OWN = Sentence.form("tableOfItsOwn",
            "each is written as a table of its own: [[{0}]]");
    private static final Sentence.Form MISSING = Sentence.form("fieldMissing",
            "{0} is missing");
    private static final Sentence.Form IN_QUOTES = Sentence.form("textInQuotes",
            "{0} is a text in quotes");
    private static final Sentence.Form SOME_TEXTS = Sentence.form("listHasTexts",
            "{0} has 1 to {1} texts");
    private static final Sentence.Form LIST_IN_QUOTES = Sentence.form("listInQuotes",
            "{0} is a list of texts in quotes");
    private static final Sentence.Form TEXT_OR_LIST = Sentence.form("textOrList",
            "{0} is a text in quotes, or a list of such texts");
    private static final Sentence.Form NO_NUMBER = Sentence.form("notANumber",
            "not a number: {0}");

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
                    TABLE_OF_ITS_OWN.with(name));
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
            problems.add(start, MISSING.with(key));
            return Optional.empty();
        }
        if (!(value instanceof String text)) {
            problems.add(position(key), IN_QUOTES.with(key));
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
            throw (RefusedException) NO_NUMBER.refused(text).initCause(e);
        }
        if (number >= least && number <= most) {
            return number;
        }
        throw Wrong.NOT_WITHIN.refused(text, Double.toString(least), Double.toString(most));
    }

    /** {@return nothing, since this key of a table that stands in files alone has something wrong with it} */
    <T> Optional<T> wrong(String key, String what) {
        return wrong(key, Sentence.asItIs(what));
    }

    /** {@return nothing, since this key has something wrong with it} */
    <T> Optional<T> wrong(String key, Sentence what) {
        problems.add(position(key), what);
        return Optional.empty();
    }

    /** {@return what {@code parser} makes of each of the texts of a list that must be there, one at least} */
    <T> Optional<List<T>> textsOf(String key, int most, Function<String, T> parser) {
        return texts(key).flatMap(texts -> texts.isEmpty() || texts.size() > most
                ? wrong(key, SOME_TEXTS.with(key, most))
                : problems.check(position(key), () -> texts.stream().map(parser).toList()));
    }

    /** {@return the texts of a list that may be there} */
    Optional<List<String>> texts(String key) {
        Object value = table.get(List.of(key));
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof TomlArray array) || !array.toList().stream().allMatch(String.class::isInstance)) {
            problems.add(position(key), LIST_IN_QUOTES.with(key));
            return Optional.empty();
        }
        return Optional.of(array.toList().stream().map(String.class::cast).toList());
    }

    /** {@return the texts of a value that must be there: one text, number, flag or day, or a list of them} */
    Optional<List<String>> words(String key) {
        Object value = table.get(List.of(key));
        List<?> values = value instanceof TomlArray array ? array.toList() : List.of(value);
        return values.stream().anyMatch(one -> one instanceof TomlArray || one instanceof TomlTable)
                ? wrong(key, TEXT_OR_LIST.with(key))
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
