package org.postern.story;

import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;

import org.postern.auth.MethodResult;
import org.postern.auth.Property;
import org.postern.auth.ResultName;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the ways to authenticate a sender came to, as a JSON array {@code authentication} of objects with {@code method}, {@code result},
 * {@code reason}, and {@code properties}, an array of objects with {@code type}, {@code name} and {@code value}.
 */
final class MethodResultCodec {
    private MethodResultCodec() {}

    static void writeInto(JsonGenerator json, List<MethodResult> results) {
        if (results.isEmpty()) {
            return;
        }
        json.writeStartArray("authentication");
        results.forEach(result -> write(json, result));
        json.writeEnd();
    }

    private static void write(JsonGenerator json, MethodResult result) {
        json.writeStartObject().write("method", result.method()).write("result", result.result().word());
        result.reason().ifPresent(reason -> json.write("reason", reason));
        if (!result.properties().isEmpty()) {
            json.writeStartArray("properties");
            for (Property property : result.properties()) {
                json.writeStartObject()
                        .write("type", property.type())
                        .write("name", property.name())
                        .write("value", property.value())
                        .writeEnd();
            }
            json.writeEnd();
        }
        json.writeEnd();
    }

    /**
     * Reads the array that has just begun.
     *
     * @throws IllegalArgumentException when a result is none
     */
    static void read(JsonParser json, List<MethodResult> target) {
        for (Event next = json.next(); next != Event.END_ARRAY; next = json.next()) {
            if (next == Event.START_OBJECT) {
                List<Property> properties = new ArrayList<>();
                Map<String, String> values = values(json, properties);
                ResultName result = ResultName.of(values.getOrDefault("result", "")).orElse(ResultName.NONE);
                target.add(new MethodResult(values.getOrDefault("method", ""), result, properties,
                        Optional.ofNullable(values.get("reason"))));
            }
        }
    }

    private static Map<String, String> values(JsonParser json, List<Property> properties) {
        Map<String, String> values = new TreeMap<>();
        String name = "";
        for (Event next = json.next(); next != Event.END_OBJECT; next = json.next()) {
            switch (next) {
                case KEY_NAME -> name = json.getString();
                case START_ARRAY -> {
                    if (name.equals("properties")) {
                        properties(json, properties);
                    } else {
                        json.skipArray();
                    }
                }
                case START_OBJECT -> json.skipObject();
                case VALUE_STRING, VALUE_NUMBER -> values.put(name, json.getString());
                default -> values.remove(name);
            }
        }
        return values;
    }

    private static void properties(JsonParser json, List<Property> target) {
        for (Event next = json.next(); next != Event.END_ARRAY; next = json.next()) {
            if (next == Event.START_OBJECT) {
                Map<String, String> values = values(json, new ArrayList<>());
                target.add(new Property(values.getOrDefault("type", ""), values.getOrDefault("name", ""),
                        values.getOrDefault("value", "")));
            }
        }
    }
}
