package org.postern.answer;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;

import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a submission, as its application reads it.
 *
 * @param kind in a word, such as {@link #REFUSED}
 * @param key the same whenever the same is told again; of no other event
 * @param reason in words for a person
 * @param correlation what the application knows its submission by; empty where it has given it no name
 */
record EventDocument(String kind, String key, Instant at, String reason, Optional<String> correlation) {
    /** It broke the contract of the queue and is not sent. */
    static final String REFUSED = "refused";
    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    /** {@return a JSON object; what is empty is left out} */
    String text() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = GENERATORS.createGenerator(text)) {
            json.writeStartObject().write("kind", kind).write("key", key).write("at", at.toString());
            json.write("reason", reason);
            correlation.ifPresent(name -> json.write("correlation", name));
            json.writeEnd();
        }
        return text.toString();
    }
}
