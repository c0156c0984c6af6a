package org.postern.it.applications;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

import java.io.StringReader;
import java.util.List;

/**
 * An event as an application has got it.
 *
 * @param kind by its property
 * @param correlation of JMS
 * @param recipient by its property; {@code null} as a word where there is none
 * @param key by its property
 */
record HeardEvent(String kind, String correlation, String recipient, String key, JsonObject document) {
    static List<HeardEvent> of(List<String> said) {
        return said.stream().map(HeardEvent::parse).toList();
    }

    private static HeardEvent parse(String line) {
        String[] words = line.split("\t", 5);
        try (JsonReader reader = Json.createReader(new StringReader(words[4]))) {
            return new HeardEvent(words[0], words[1], words[2], words[3], reader.readObject());
        }
    }

    String says(String member) {
        return document.getString(member, "");
    }

    /** {@return kind and recipient} */
    @Override
    public String toString() {
        return kind + " " + recipient;
    }
}
