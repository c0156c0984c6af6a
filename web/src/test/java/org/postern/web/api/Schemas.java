package org.postern.web.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

import org.postern.sentence.Sentence;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The types of bodies and answers, as JSON Schema has them. */
final class Schemas {
    private final Map<String, JsonObject> components = new TreeMap<>();
    private final Map<String, Class<?>> named = new LinkedHashMap<>();

    /** {@return the schemas that were asked for, by name} */
    JsonObject components() {
        JsonObjectBuilder all = Json.createObjectBuilder();
        components.forEach(all::add);
        return all.build();
    }

    /** {@return the schema of a type; that of a record is a reference to one of the components} */
    JsonObject of(Type type, Map<String, Type> meant) {
        return switch (type) {
            case TypeVariable<?> variable -> of(meant.get(variable.getName()), Map.of());
            case ParameterizedType generic -> of(generic, meant);
            case Class<?> one -> of(one);
            default -> throw new IllegalStateException("not foreseen: " + type);
        };
    }

    private JsonObject of(ParameterizedType generic, Map<String, Type> meant) {
        Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
        Class<?> raw = (Class<?>) generic.getRawType();
        if (raw == Optional.class) {
            return of(last, meant);
        }
        if (raw == List.class) {
            return Json.createObjectBuilder().add("type", "array").add("items", of(last, meant)).build();
        }
        if (raw == Map.class) {
            return Json.createObjectBuilder()
                    .add("type", "object")
                    .add("additionalProperties", of(last, meant))
                    .build();
        }
        String name = raw.getSimpleName() + name((Class<?>) last);
        return reference(name, raw, Map.of(raw.getTypeParameters()[0].getName(), last));
    }

    private JsonObject of(Class<?> type) {
        if (type.isEnum()) {
            JsonArrayBuilder words = Json.createArrayBuilder();
            Arrays.stream(type.getEnumConstants()).forEach(one -> words.add(Written.word((Enum<?>) one)));
            return Json.createObjectBuilder().add("type", "string").add("enum", words).build();
        }
        if (type == Limit.class) {
            return Json.createObjectBuilder()
                    .add("type", "integer")
                    .add("minimum", 1)
                    .add("maximum", Limit.MOST)
                    .build();
        }
        if (type == String.class || type == Sentence.class) {
            return simple("string");
        }
        if (type == Instant.class || type == LocalDate.class) {
            return Json.createObjectBuilder()
                    .add("type", "string")
                    .add("format", type == Instant.class ? "date-time" : "date")
                    .build();
        }
        if (type == boolean.class || type == Boolean.class) {
            return simple("boolean");
        }
        if (type == double.class) {
            return simple("number");
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class
                || type == OptionalInt.class) {
            return simple("integer");
        }
        if (JsonValue.class.isAssignableFrom(type)) {
            return simple("object");
        }
        if (type.isRecord()) {
            return reference(name(type), type, Map.of());
        }
        return type.isInterface() || !type.getName().startsWith("java.") ? simple("string") : unforeseen(type);
    }

    private static JsonObject unforeseen(Class<?> type) {
        throw new IllegalStateException("not foreseen: " + type);
    }

    private static JsonObject simple(String type) {
        return Json.createObjectBuilder().add("type", type).build();
    }

    /** Of two that are called alike, the second is called by the class around it, too. */
    private String name(Class<?> type) {
        Class<?> first = named.computeIfAbsent(type.getSimpleName(), name -> type);
        return first == type
                ? type.getSimpleName()
                : type.getEnclosingClass().getSimpleName().replaceFirst("Resource$", "") + type.getSimpleName();
    }

    private JsonObject reference(String name, Class<?> type, Map<String, Type> meant) {
        if (!components.containsKey(name)) {
            components.put(name, JsonValue.EMPTY_JSON_OBJECT);
            components.put(name, object(type, meant));
        }
        return Json.createObjectBuilder().add("$ref", "#/components/schemas/" + name).build();
    }

    private JsonObject object(Class<?> type, Map<String, Type> meant) {
        JsonObjectBuilder properties = Json.createObjectBuilder();
        JsonArrayBuilder required = Json.createArrayBuilder();
        for (RecordComponent part : type.getRecordComponents()) {
            properties.add(part.getName(), of(part.getGenericType(), meant));
            boolean optional = part.getType() == Optional.class || part.getType() == OptionalInt.class
                    || part.getType() == List.class;
            if (!optional) {
                required.add(part.getName());
            }
        }
        return Json.createObjectBuilder()
                .add("type", "object")
                .add("properties", properties)
                .add("required", required)
                .add("additionalProperties", false)
                .build();
    }
}
