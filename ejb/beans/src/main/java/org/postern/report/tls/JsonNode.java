package org.postern.report.tls;

import org.postern.report.UnreadableReportException;

import java.util.List;
import java.util.Map;

/**
 * A value.
 *
 * @param text of a string or a number, at most {@value JsonNodes#LONGEST_TEXT} characters; else empty
 * @param items of an array
 * @param fields of an object
 */
record JsonNode(String text, List<JsonNode> items, Map<String, JsonNode> fields) {
    private static final JsonNode NOTHING = new JsonNode("", List.of(), Map.of());

    static JsonNode of(String text) {
        return new JsonNode(text, List.of(), Map.of());
    }

    static JsonNode nothing() {
        return NOTHING;
    }

    /** {@return the field, or nothing} */
    JsonNode field(String name) {
        return fields.getOrDefault(name, NOTHING);
    }

    String text(String name) {
        return field(name).text();
    }

    /** {@return the strings of an array, or the one string that stands in its place} */
    List<String> texts(String name) {
        JsonNode node = field(name);
        return node.text().isEmpty() ? node.items().stream().map(JsonNode::text).toList() : List.of(node.text());
    }

    /** {@return a number of sessions, none if it is left out} */
    long sessions(String name) throws UnreadableReportException {
        String digits = text(name);
        if (digits.length() > 15 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new UnreadableReportException(name + " is no number that makes sense");
        }
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}
