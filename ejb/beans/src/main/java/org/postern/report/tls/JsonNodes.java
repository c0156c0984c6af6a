package org.postern.report.tls;

import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import org.postern.report.UnreadableReportException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hostile JSON: at most {@value #DEEPEST} deep, {@value #MOST_NODES} values in all; of a name that is there twice the first counts. */
final class JsonNodes {
    static final int LONGEST_TEXT = 1000;
    private static final int DEEPEST = 8;
    private static final int MOST_NODES = 200_000;

    private final JsonParser json;
    private int nodes;

    JsonNodes(JsonParser json) {
        this.json = json;
    }

    /** {@return the one value that the whole text is} */
    JsonNode whole() throws UnreadableReportException {
        JsonNode whole = node(json.next(), 1);
        if (json.hasNext()) {
            json.next();
            throw new UnreadableReportException("more than one value");
        }
        return whole;
    }

    private JsonNode node(Event begin, int depth) throws UnreadableReportException {
        if (depth > DEEPEST || ++nodes > MOST_NODES) {
            throw new UnreadableReportException(depth > DEEPEST ? "too deep" : "too many values");
        }
        return switch (begin) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING, VALUE_NUMBER -> JsonNode.of(text());
            default -> JsonNode.nothing();
        };
    }

    private JsonNode object(int depth) throws UnreadableReportException {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        while (json.next() != Event.END_OBJECT) {
            String name = text();
            JsonNode value = node(json.next(), depth + 1);
            fields.putIfAbsent(name, value);
        }
        return new JsonNode("", List.of(), fields);
    }

    private JsonNode array(int depth) throws UnreadableReportException {
        List<JsonNode> items = new ArrayList<>();
        for (Event next = json.next(); next != Event.END_ARRAY; next = json.next()) {
            items.add(node(next, depth + 1));
        }
        return new JsonNode("", items, Map.of());
    }

    private String text() {
        String text = json.getString();
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }
}
