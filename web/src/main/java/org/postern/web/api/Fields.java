package org.postern.web.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Makes a record of a JSON object: nothing may be missing but what is optional or a list, and nothing be there that the record does not know. */
final class Fields {
    private Fields() {}

    static <T extends Record> T read(JsonObject object, Class<T> type) {
        return read("", object, type);
    }

    private static <T extends Record> T read(String path, JsonObject object, Class<T> type) {
        RecordComponent[] parts = type.getRecordComponents();
        object.keySet()
                .stream()
                .filter(name -> Arrays.stream(parts).noneMatch(part -> part.getName().equals(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw ProblemException.ofField(path + printable(name), "nothing is called so here");
                });
        Object[] values = Arrays.stream(parts)
                .map(part -> value(path + part.getName(), Optional.ofNullable(object.get(part.getName())),
                        part.getGenericType()))
                .toArray();
        return make(type, parts, values);
    }

    private static <T extends Record> T make(Class<T> type, RecordComponent[] parts, Object[] values) {
        try {
            return type.getConstructor(Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException told) {
                throw told;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("bodies are public records", e);
        }
    }

    private static Object value(String path, Optional<JsonValue> given, Type type) {
        if (type == OptionalInt.class) {
            return given.map(value -> OptionalInt.of(number(path, value))).orElse(OptionalInt.empty());
        }
        if (type instanceof ParameterizedType generic) {
            Type inner = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return switch (generic.getRawType()) {
                case Class<?> raw when raw == Optional.class ->
                    given.map(value -> present(path, value, inner));
                case Class<?> raw when raw == List.class ->
                    given.map(value -> list(path, value, inner)).orElse(List.of());
                case Class<?> raw when raw == Map.class -> map(path, needed(path, given), inner);
                default -> throw new IllegalStateException("not foreseen in a body: " + type);
            };
        }
        return present(path, needed(path, given), type);
    }

    private static JsonValue needed(String path, Optional<JsonValue> given) {
        return given.orElseThrow(() -> ProblemException.ofField(path, "is missing"));
    }

    private static Object present(String path, JsonValue value, Type type) {
        return switch (type) {
            case Class<?> one when one == String.class -> string(path, value);
            case Class<?> one when one == boolean.class || one == Boolean.class -> truth(path, value);
            case Class<?> one when one == int.class || one == Integer.class -> number(path, value);
            case Class<?> one when one == Instant.class -> time(path, string(path, value));
            case Class<?> one when one == LocalDate.class -> day(path, string(path, value));
            case Class<?> one when one.isEnum() -> word(path, string(path, value), one);
            case Class<?> one when one.isRecord() -> nested(path, value, one.asSubclass(Record.class));
            default -> value(path, Optional.of(value), type);
        };
    }

    private static Record nested(String path, JsonValue value, Class<? extends Record> type) {
        if (value instanceof JsonObject object) {
            return read(path + ".", object, type);
        }
        throw ProblemException.ofField(path, "is an object");
    }

    private static List<Object> list(String path, JsonValue value, Type inner) {
        if (value instanceof JsonArray array) {
            return array.stream().map(one -> present(path, one, inner)).toList();
        }
        throw ProblemException.ofField(path, "is an array");
    }

    private static Map<String, Object> map(String path, JsonValue value, Type inner) {
        if (!(value instanceof JsonObject object)) {
            throw ProblemException.ofField(path, "is an object");
        }
        Map<String, Object> map = new LinkedHashMap<>();
        object.forEach((name, one) -> map.put(printable(name), present(path + "." + printable(name), one, inner)));
        return map;
    }

    private static String string(String path, JsonValue value) {
        if (!(value instanceof JsonString string)) {
            throw ProblemException.ofField(path, "is a string");
        }
        return Asked.printable(path, string.getString());
    }

    private static boolean truth(String path, JsonValue value) {
        return switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw ProblemException.ofField(path, "is true or false");
        };
    }

    private static int number(String path, JsonValue value) {
        if (value instanceof JsonNumber number && number.isIntegral()) {
            try {
                return number.intValueExact();
            } catch (ArithmeticException tooLarge) {
                throw ProblemException.ofField(path, "is too large");
            }
        }
        throw ProblemException.ofField(path, "is a whole number");
    }

    static Instant time(String path, String text) {
        try {
            return Asked.bounded(Instant.parse(text));
        } catch (DateTimeException wrong) {
            throw ProblemException.ofField(path, "is a time such as 2026-12-31T23:59:59Z");
        }
    }

    static LocalDate day(String path, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw ProblemException.ofField(path, "is a day such as 2026-12-31");
        }
    }

    static Object word(String path, String text, Class<?> type) {
        List<Enum<?>> words = Arrays.stream(type.getEnumConstants()).<Enum<?>>map(one -> (Enum<?>) one).toList();
        return words.stream()
                .filter(one -> Written.word(one).equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.ofField(path,
                        "is one of " + words.stream().map(Written::word).collect(Collectors.joining(", "))));
    }

    private static String printable(String name) {
        String shortened = name.substring(0, Math.min(name.length(), 100));
        return shortened.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
