package org.postern.story;

import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;

import org.postern.auth.MethodResult;
import org.postern.auth.Property;
import org.postern.auth.ResultName;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     * {@return the result whose object has just begun}
     *
     * @throws IllegalArgumentException when it is none
     */
    static MethodResult read(JsonParser json) {
        List<Property> properties = new ArrayList<>();
        Map<String, String> values = JsonMembers.read(json,
                Map.of("properties", array -> JsonMembers.each(array, object -> properties.add(property(object)))),
                Map.of());
        ResultName result = ResultName.of(values.getOrDefault("result", "")).orElse(ResultName.NONE);
        return new MethodResult(values.getOrDefault("method", ""), result, properties,
                Optional.ofNullable(values.get("reason")));
    }

    private static Property property(JsonParser json) {
        Map<String, String> values = JsonMembers.read(json);
        return new Property(values.getOrDefault("type", ""), values.getOrDefault("name", ""),
                values.getOrDefault("value", ""));
    }
}
