package org.postern.answer;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import org.postern.client.EventNames;
import org.postern.event.Event;
import org.postern.event.SubmissionOutcome;
import org.postern.event.Telling;
import org.postern.mail.QueueId;
import org.postern.smtp.wire.Xtext;

import java.io.StringWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a submission, as its application reads it. The published schema says what each member is.
 *
 * @param key the same whenever the same is told again; of no other event
 * @param correlation what the application knows its submission by; empty where it has given it no name
 * @param members the others, by their names
 */
record EventDocument(SubmissionOutcome kind, String key, Instant at, Optional<String> correlation,
        Map<String, String> members) {
    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());
    /** Longer words are cut. */
    private static final int LONGEST = 2_000;
    private static final String ORIGINAL_TYPE = "rfc822;";

    /** {@return what is told of a submission that was refused for this reason} */
    static EventDocument refused(String key, Instant at, String reason, Optional<String> correlation) {
        return new EventDocument(SubmissionOutcome.REFUSED, key, at, correlation, Map.of(EventNames.REASON, reason));
    }

    /** {@return what is told of this event: of each recipient, or once of the whole} */
    static List<EventDocument> of(Event event, Telling telling) {
        List<String> whom = telling.outcome() == SubmissionOutcome.ACCEPTED
                ? List.of()
                : telling.named().orElse(event.recipients());
        return whom.isEmpty()
                ? List.of(of(event, telling, telling.keyOfWhole(), members(event, telling)))
                : whom.stream().map(recipient -> of(event, telling, recipient)).toList();
    }

    private static EventDocument of(Event event, Telling telling, String recipient) {
        Map<String, String> members = members(event, telling);
        members.put(EventNames.RECIPIENT, recipient);
        original(telling, recipient).ifPresent(original -> members.put(EventNames.ORIGINAL_RECIPIENT, original));
        return of(event, telling, telling.keyOf(recipient), members);
    }

    private static EventDocument of(Event event, Telling telling, String key, Map<String, String> members) {
        return new EventDocument(telling.outcome(), key, event.at(), telling.wish().correlation(), members);
    }

    private static Optional<String> original(Telling telling, String recipient) {
        return Optional.ofNullable(telling.originals().get(recipient))
                .filter(text -> text.regionMatches(true, 0, ORIGINAL_TYPE, 0, ORIGINAL_TYPE.length()))
                .flatMap(text -> Xtext.decode(text.substring(ORIGINAL_TYPE.length())))
                .filter(original -> !original.equals(recipient));
    }

    private static Map<String, String> members(Event event, Telling telling) {
        Map<String, String> members = new LinkedHashMap<>();
        event.queueId().map(QueueId::text).ifPresent(id -> members.put(EventNames.QUEUE_ID, id));
        event.reversePath().ifPresent(sender -> members.put(EventNames.REVERSE_PATH, sender));
        Telling.Ground ground = telling.ground();
        ground.reason().ifPresent(words -> members.put(EventNames.REASON, cut(words)));
        ground.failure().ifPresent(word -> members.put(EventNames.CLASS, word));
        ground.status().ifPresent(status -> members.put(EventNames.STATUS, status));
        ground.reply().ifPresent(words -> members.put(EventNames.REPLY, cut(words)));
        event.peer().ifPresent(server -> members.put(EventNames.HOST, server));
        telling.next().ifPresent(time -> members.put(EventNames.NEXT, time.toString()));
        return members;
    }

    private static String cut(String words) {
        return words.substring(0, Math.min(words.length(), LONGEST));
    }

    Optional<String> member(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** {@return a JSON object; what is empty is left out} */
    String text() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = GENERATORS.createGenerator(text)) {
            json.writeStartObject()
                    .write(EventNames.KIND, kind.word())
                    .write(EventNames.KEY, key)
                    .write(EventNames.AT, at.toString());
            members.forEach(json::write);
            correlation.ifPresent(name -> json.write(EventNames.CORRELATION, name));
            json.writeEnd();
        }
        return text.toString();
    }
}
