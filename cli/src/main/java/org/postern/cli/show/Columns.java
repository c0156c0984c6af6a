package org.postern.cli.show;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is shown of each line of a list, in which order. */
public final class Columns {
    private final List<Column> all;

    private Columns(List<Column> all) {
        this.all = all;
    }

    /**
     * Where a text stands.
     *
     * @param path names, from the outside to the inside
     * @param otherwise where it is left out
     * @param yes in place of true
     * @param no in place of false
     */
    private record Column(List<String> path, String otherwise, String yes, String no) {
        /** Reads {@code path.to.it|otherwise} or {@code path.to.it?yes:no}. */
        static Column parse(String text) {
            int choice = text.indexOf('?');
            if (choice > 0) {
                int colon = text.indexOf(':', choice);
                return new Column(path(text.substring(0, choice)), "", text.substring(choice + 1, colon),
                        text.substring(colon + 1));
            }
            int bar = text.indexOf('|');
            return bar < 0
                    ? new Column(path(text), "", "yes", "no")
                    : new Column(path(text.substring(0, bar)), text.substring(bar + 1), "yes", "no");
        }

        private static List<String> path(String text) {
            return List.of(text.split("\\.", -1));
        }

        String header() {
            return path.getLast().replaceAll("([A-Z])", " $1").toUpperCase(Locale.ROOT);
        }

        String text(JsonObject line) {
            Optional<JsonValue> value = Optional.of(line);
            for (String name : path) {
                value = value.filter(JsonObject.class::isInstance).map(one -> one.asJsonObject().get(name));
            }
            return value.map(this::text).orElse(otherwise);
        }

        private String text(JsonValue value) {
            return switch (value) {
                case JsonString string -> string.getString();
                case JsonNumber number -> number(number);
                case JsonArray array -> array.stream().map(this::text).collect(Collectors.joining(","));
                default -> value == JsonValue.TRUE ? yes : value == JsonValue.FALSE ? no : value.toString();
            };
        }
    }

    /** {@return these, each as the path of names to it, with {@code |text} for where it is left out, or {@code ?yes:no} for true and false} */
    public static Columns of(String... columns) {
        return new Columns(Stream.of(columns).map(Column::parse).toList());
    }

    /** {@return a number as people write it} */
    public static String number(JsonNumber number) {
        return number.isIntegral()
                ? number.toString()
                : String.format(Locale.ROOT, "%.2f", number.doubleValue()).replaceFirst("\\.?0+$", "");
    }

    List<String> headers() {
        return all.stream().map(Column::header).toList();
    }

    /** {@return the texts of a line} */
    public List<String> of(JsonObject line) {
        return all.stream().map(column -> Printable.word(column.text(line))).toList();
    }
}
