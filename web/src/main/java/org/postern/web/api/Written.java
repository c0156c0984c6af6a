package org.postern.web.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

import org.postern.sentence.Sentence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Records as JSON: what is empty is left out, words of an enumeration are in small letters with a dash between them, times are ISO 8601 in UTC.
 */
final class Written {
    private Written() {}

    /** {@return the JSON of a record} */
    static String text(Object made) {
        return value(made).toString();
    }

    static JsonValue value(Object thing) {
        return switch (thing) {
            case JsonValue json -> json;
            case Sentence said -> Json.createValue(said.toString());
            case Record made -> object(made);
            case List<?> list -> array(list);
            case Map<?, ?> map -> object(map);
            case Boolean truth -> truth ? JsonValue.TRUE : JsonValue.FALSE;
            case Integer number -> Json.createValue(number);
            case Long number -> Json.createValue(number);
            case Double number -> Json.createValue(number);
            case Enum<?> word -> Json.createValue(word(word));
            default -> Json.createValue(thing.toString());
        };
    }

    /** {@return the constant as it is written here} */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static JsonValue object(Record made) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        for (RecordComponent part : made.getClass().getRecordComponents()) {
            given(part(made, part)).ifPresent(value -> object.add(part.getName(), value(value)));
        }
        return object.build();
    }

    private static Optional<?> given(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional;
            case OptionalInt number -> number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
            default -> Optional.of(value);
        };
    }

    private static Object part(Record made, RecordComponent part) {
        try {
            return part.getAccessor().invoke(made);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("answers are public records", e);
        }
    }

    private static JsonValue object(Map<?, ?> map) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        map.forEach((name, value) -> object.add(name.toString(), value(value)));
        return object.build();
    }

    private static JsonValue array(List<?> list) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        list.forEach(one -> array.add(value(one)));
        return array.build();
    }
}
