package org.postern.story;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import org.postern.assessment.Assessment;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.HeaderFacts;
import org.postern.mail.QueueId;

import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The events of one step as JSON: an array of objects whose names are those of {@link Event}; what is empty is left out. Names
 * that are not known are skipped, so that an older reader understands a newer writer.
 */
public final class EventCodec {
    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private EventCodec() {}

    public static String write(List<Event> events) {
        StringWriter text = new StringWriter(256 * events.size());
        try (JsonGenerator json = GENERATORS.createGenerator(text)) {
            json.writeStartArray();
            events.forEach(event -> write(json, event));
            json.writeEnd();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Event event) {
        json.writeStartObject().write("id", event.id()).write("at", event.at().toString());
        json.write("kind", event.kind().name());
        write(json, "queueId", event.queueId().map(QueueId::text));
        write(json, "session", event.session());
        write(json, "reversePath", event.reversePath());
        if (!event.recipients().isEmpty()) {
            json.writeStartArray("recipients");
            event.recipients().forEach(json::write);
            json.writeEnd();
        }
        write(json, "peer", event.peer());
        write(json, "destination", event.destination());
        write(json, "reply", event.reply());
        if (event.size() > 0) {
            json.write("size", event.size());
        }
        write(json, "detail", event.detail());
        write(json, "messageId", event.header().messageId());
        write(json, "subject", event.header().subject());
        if (!event.assessment().isNone()) {
            json.writeStartObject("assessment");
            AssessmentCodec.writeInto(json, event.assessment());
            json.writeEnd();
        }
        json.writeEnd();
    }

    private static void write(JsonGenerator json, String name, Optional<String> value) {
        if (value.isPresent()) {
            json.write(name, value.get());
        }
    }

    /**
     * {@return the events of this text}
     *
     * @throws jakarta.json.JsonException if it is not JSON
     * @throws IllegalArgumentException if it is not what {@link #write} writes
     */
    public static List<Event> read(String text) {
        List<Event> events = new ArrayList<>();
        try (JsonParser json = PARSERS.createParser(new StringReader(text))) {
            while (json.hasNext()) {
                if (json.next() == JsonParser.Event.START_OBJECT) {
                    events.add(event(json));
                }
            }
        }
        return events;
    }

    private static Event event(JsonParser json) {
        List<String> recipients = new ArrayList<>();
        List<Assessment> assessment = new ArrayList<>();
        Map<String, String> values = JsonMembers.read(json, Map.of("recipients", array -> strings(array, recipients)),
                Map.of("assessment", object -> assessment.add(AssessmentCodec.read(object))));
        return event(values, recipients, assessment.isEmpty() ? Assessment.NONE : assessment.getLast());
    }

    private static void strings(JsonParser json, List<String> target) {
        while (json.next() == JsonParser.Event.VALUE_STRING) {
            target.add(json.getString());
        }
    }

    private static Event event(Map<String, String> values, List<String> recipients, Assessment assessment) {
        return new Event(required(values, "id"), Instant.parse(required(values, "at")),
                EventKind.valueOf(required(values, "kind")), optional(values, "queueId").map(QueueId::new),
                optional(values, "session"), optional(values, "reversePath"), recipients, optional(values, "peer"),
                optional(values, "destination"), optional(values, "reply"),
                Long.parseLong(values.getOrDefault("size", "0")), optional(values, "detail"), assessment,
                new HeaderFacts(optional(values, "messageId"), optional(values, "subject")));
    }

    private static Optional<String> optional(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name));
    }

    private static String required(Map<String, String> values, String name) {
        return optional(values, name).orElseThrow(() -> new IllegalArgumentException("an event without " + name));
    }
}
