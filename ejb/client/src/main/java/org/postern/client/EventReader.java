package org.postern.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Reads the JSON document of an event. */
final class EventReader {
    /** Characters of a document beyond which it is none of the gateway's. */
    static final int LONGEST = 1 << 20;
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private final String document;
    private final JsonObject members;

    EventReader(String document) throws MalformedMessageException {
        this.document = document;
        if (document.length() > LONGEST) {
            throw new MalformedMessageException("an event has at most " + LONGEST + " characters");
        }
        try (JsonReader json = READERS.createReader(new StringReader(document))) {
            members = json.readObject();
        } catch (RuntimeException e) { // what is nested too deep is no JsonException
            throw new MalformedMessageException("an event is a JSON object", e);
        }
    }

    MailEvent event() throws MalformedMessageException {
        EventHead head = new EventHead(required(EventNames.KEY), required(time(EventNames.AT), EventNames.AT),
                text(EventNames.QUEUE_ID), text(EventNames.CORRELATION), text(EventNames.ACCOUNT),
                text(EventNames.REVERSE_PATH));
        String kind = required(EventNames.KIND);
        return switch (kind) {
            case EventNames.ACCEPTED -> new MailEvent.Accepted(head);
            case EventNames.REFUSED -> new MailEvent.Refused(head, required(EventNames.REASON));
            case EventNames.DEFERRED ->
                new MailEvent.Deferred(head, required(EventNames.RECIPIENT), outcome(), time(EventNames.NEXT));
            case EventNames.DELIVERED -> new MailEvent.Delivered(head, required(EventNames.RECIPIENT), outcome());
            case EventNames.FAILED -> new MailEvent.Failed(head, required(EventNames.RECIPIENT), outcome());
            case EventNames.EXPIRED -> new MailEvent.Expired(head, required(EventNames.RECIPIENT), outcome());
            case EventNames.QUARANTINED -> new MailEvent.Quarantined(head, required(EventNames.RECIPIENT), outcome());
            case EventNames.RETURNED -> new MailEvent.Returned(head, text(EventNames.RECIPIENT), outcome());
            default -> new MailEvent.Later(head, kind, document);
        };
    }

    private Outcome outcome() throws MalformedMessageException {
        return new Outcome(text(EventNames.ORIGINAL_RECIPIENT), text(EventNames.REASON), text(EventNames.CLASS),
                text(EventNames.STATUS), text(EventNames.REPLY), text(EventNames.HOST));
    }

    private Optional<Instant> time(String name) throws MalformedMessageException {
        try {
            return text(name).map(Instant::parse);
        } catch (DateTimeException e) {
            throw new MalformedMessageException("the member " + name + " is no instant by ISO 8601", e);
        }
    }

    private String required(String name) throws MalformedMessageException {
        return required(text(name), name);
    }

    private static <T> T required(Optional<T> value, String name) throws MalformedMessageException {
        return value.orElseThrow(() -> new MalformedMessageException("the member " + name + " is missing"));
    }

    private Optional<String> text(String name) throws MalformedMessageException {
        if (!members.containsKey(name)) {
            return Optional.empty();
        }
        if (members.get(name) instanceof JsonString text) {
            return Optional.of(text.getString());
        }
        throw new MalformedMessageException("the member " + name + " is not a text");
    }
}
