package org.postern.it.applications;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The published schema of events, as far as it uses JSON Schema. A document may have no member of which it does not speak. */
final class EventSchema {
    private static final Path PLACE = Path.of(System.getProperty("postern.root"))
            .resolve("docs/applications/event.schema.json");

    private final JsonObject schema;

    private EventSchema(JsonObject schema) {
        this.schema = schema;
    }

    static EventSchema published() {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(PLACE))) {
            return new EventSchema(reader.readObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what is wrong with a document; nothing, if it is right} */
    List<String> faults(JsonObject document) {
        List<String> faults = new ArrayList<>();
        JsonObject known = schema.getJsonObject("properties");
        document.keySet().stream().filter(name -> !known.containsKey(name)).forEach(faults::add);
        check(schema, document, faults);
        return faults;
    }

    private static void check(JsonObject rule, JsonObject document, List<String> faults) {
        strings(rule, "required").stream()
                .filter(name -> !document.containsKey(name))
                .forEach(name -> faults.add(name + " is missing"));
        for (Map.Entry<String, JsonValue> one : properties(rule).entrySet()) {
            if (document.containsKey(one.getKey())
                    && !isValid(one.getValue().asJsonObject(), document.get(one.getKey()))) {
                faults.add(one.getKey() + " is " + document.get(one.getKey()));
            }
        }
        if (rule.containsKey("allOf")) {
            rule.getJsonArray("allOf").forEach(each -> checkOne(each.asJsonObject(), document, faults));
        }
    }

    private static void checkOne(JsonObject rule, JsonObject document, List<String> faults) {
        List<String> otherwise = new ArrayList<>();
        check(rule.getJsonObject("if"), document, otherwise);
        String branch = otherwise.isEmpty() ? "then" : "else";
        if (rule.containsKey(branch)) {
            check(rule.getJsonObject(branch), document, faults);
        }
    }

    private static Map<String, JsonValue> properties(JsonObject rule) {
        return rule.containsKey("properties") ? rule.getJsonObject("properties") : Map.of();
    }

    private static List<String> strings(JsonObject rule, String name) {
        return rule.containsKey(name)
                ? rule.getJsonArray(name).getValuesAs(JsonString.class).stream().map(JsonString::getString).toList()
                : List.of();
    }

    /** All members are strings. */
    private static boolean isValid(JsonObject rule, JsonValue value) {
        if (!(value instanceof JsonString string)) {
            return false;
        }
        String text = string.getString();
        List<String> words = strings(rule, "enum");
        return (words.isEmpty() || words.contains(text))
                && text.length() >= rule.getInt("minLength", 0)
                && text.length() <= rule.getInt("maxLength", Integer.MAX_VALUE)
                && (!rule.containsKey("pattern") || text.matches(rule.getString("pattern")))
                && (!rule.containsKey("format") || isTime(text));
    }

    private static boolean isTime(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
