package org.postern.story;

import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads objects of which a newer gateway may write more than is known here: that is passed over. */
final class JsonMembers {
    private JsonMembers() {}

    /**
     * {@return the texts and numbers of the object that has just begun, by name}
     *
     * @param arrays read those of these names, each from its beginning to its end
     * @param objects likewise
     */
    static Map<String, String> read(JsonParser json, Map<String, Consumer<JsonParser>> arrays,
            Map<String, Consumer<JsonParser>> objects) {
        Map<String, String> values = new TreeMap<>();
        String name = "";
        for (Event next = json.next(); next != Event.END_OBJECT; next = json.next()) {
            switch (next) {
                case KEY_NAME -> name = json.getString();
                case START_ARRAY -> arrays.getOrDefault(name, JsonParser::skipArray).accept(json);
                case START_OBJECT -> objects.getOrDefault(name, JsonParser::skipObject).accept(json);
                case VALUE_STRING, VALUE_NUMBER -> values.put(name, json.getString());
                default -> values.remove(name);
            }
        }
        return values;
    }

    /** {@return the texts and numbers of the object that has just begun, by name; all else in it is passed over} */
    static Map<String, String> read(JsonParser json) {
        return read(json, Map.of(), Map.of());
    }

    /** Reads each object of the array that has just begun, from its beginning to its end. */
    static void each(JsonParser json, Consumer<JsonParser> one) {
        for (Event next = json.next(); next != Event.END_ARRAY; next = json.next()) {
            if (next == Event.START_OBJECT) {
                one.accept(json);
            }
        }
    }
}
