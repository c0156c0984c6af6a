package org.postern.cli.show;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;

import java.util.List;

/**
 * What would be done to what people keep, as the gateway tells it.
 *
 * @param told its answer
 */
public record Difference(JsonObject told) {
    /** {@return what stands in the way; nothing can be done where there is something} */
    public List<JsonObject> problems() {
        return list("problems");
    }

    private List<JsonObject> list(String name) {
        return told.containsKey(name) ? told.getJsonArray(name).getValuesAs(JsonObject.class) : List.of();
    }

    /** Shows each change, by these columns, and what goes beside the things themselves. */
    public void show(Screen screen, Columns columns) {
        screen.table(columns, list("changes"));
        words("lost").forEach(kind -> screen.words("lost", "nothing is left of this kind: " + kind));
        words("warnings").forEach(warning -> screen.words("warning", warning));
    }

    private List<String> words(String name) {
        return told.containsKey(name)
                ? told.getJsonArray(name).getValuesAs(JsonString.class).stream().map(JsonString::getString).toList()
                : List.of();
    }
}
