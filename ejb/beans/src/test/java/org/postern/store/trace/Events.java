package org.postern.store.trace;

import org.postern.assessment.Assessment;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.HeaderFacts;
import org.postern.mail.QueueId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Builds events for tests: what a test does not say stays empty. */
final class Events {
    private final EventKind kind;
    private final Optional<QueueId> queueId;
    private final Instant at;
    private Optional<String> session = Optional.empty();
    private Optional<String> reversePath = Optional.empty();
    private List<String> recipients = List.of();
    private Optional<String> reply = Optional.empty();
    private String peer = "client.example [192.0.2.7]:4711";
    private Optional<String> detail = Optional.empty();
    private HeaderFacts header = HeaderFacts.NONE;

    private Events(EventKind kind, Optional<QueueId> queueId, Instant at) {
        this.kind = kind;
        this.queueId = queueId;
        this.at = at;
    }

    static Instant at(int second) {
        return Instant.parse("2026-03-01T12:00:00Z").plusSeconds(second);
    }

    static QueueId id(String text) {
        return new QueueId(text);
    }

    static Events of(EventKind kind, String queueId, int second) {
        return new Events(kind, Optional.of(id(queueId)), at(second));
    }

    static Events refusal(String session, int second) {
        return new Events(EventKind.REFUSED, Optional.empty(), at(second)).session(session);
    }

    Events session(String reference) {
        session = Optional.of(reference);
        return this;
    }

    Events from(String address) {
        reversePath = Optional.of(address);
        return this;
    }

    Events to(String... addresses) {
        recipients = List.of(addresses);
        return this;
    }

    Events reply(String text) {
        reply = Optional.of(text);
        return this;
    }

    Events peer(String text) {
        peer = text;
        return this;
    }

    Events detail(String text) {
        detail = Optional.of(text);
        return this;
    }

    Events header(String messageId, String subject) {
        header = new HeaderFacts(Optional.of(messageId), Optional.of(subject));
        return this;
    }

    Event build() {
        return new Event(UUID.randomUUID().toString(), at, kind, queueId, session, reversePath, recipients,
                Optional.of(peer), Optional.empty(), reply, 0, detail, Assessment.NONE, header);
    }
}
