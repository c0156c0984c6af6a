package org.postern.event;

import org.postern.assessment.Assessment;
import org.postern.mail.Message;
import org.postern.mail.QueueId;
import org.postern.mail.QueueIds;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Makes events, each with an id of its own and the time of its making. Safe for many threads.
 *
 * <p>{@snippet :
 * events.about(message, EventKind.DELIVERED).peer("mx.example [192.0.2.1]:25").reply("250 2.0.0 Ok").event();
 * }
 */
public final class EventSource {
    private final InstantSource clock;
    private final QueueIds ids;

    /** @param ids names for events, of the same form as those of messages but never the same */
    public EventSource(InstantSource clock, QueueIds ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** {@return an event about a message and all its recipients} */
    public Draft about(Message message, EventKind kind) {
        return new Draft(kind).queueId(message.id())
                .from(message.envelope().reversePath())
                .to(message.envelope().recipients())
                .size(message.content().size());
    }

    /** {@return an event about something that is no message yet} */
    public Draft of(EventKind kind) {
        return new Draft(kind);
    }

    /** An event in the making. Used by one thread. */
    public final class Draft {
        private final EventKind kind;
        private Optional<QueueId> queueId = Optional.empty();
        private Optional<String> session = Optional.empty();
        private Optional<String> reversePath = Optional.empty();
        private List<String> recipients = List.of();
        private Optional<String> peer = Optional.empty();
        private Optional<String> destination = Optional.empty();
        private Optional<String> reply = Optional.empty();
        private Optional<String> detail = Optional.empty();
        private Assessment assessment = Assessment.NONE;
        private HeaderFacts header = HeaderFacts.NONE;
        private Optional<Telling> telling = Optional.empty();
        private long size;

        private Draft(EventKind kind) {
            this.kind = kind;
        }

        public Draft queueId(QueueId id) {
            this.queueId = Optional.of(id);
            return this;
        }

        /** The reference of the SMTP session. */
        public Draft session(String reference) {
            this.session = Optional.of(reference);
            return this;
        }

        public Draft from(ReversePath sender) {
            this.reversePath = Optional.of(sender.address());
            return this;
        }

        /** The addresses the step is about, in place of all. */
        public Draft addresses(List<String> some) {
            this.recipients = List.copyOf(some);
            return this;
        }

        /** The recipients the step is about, in place of all. */
        public Draft to(List<Recipient> some) {
            this.recipients = some.stream().map(recipient -> recipient.mailbox().toString()).toList();
            return this;
        }

        /** The other side, as {@code name [address]:port}. */
        public Draft peer(String other) {
            this.peer = Optional.of(other);
            return this;
        }

        /** Where it is headed, in {@code Destination}'s text form. */
        public Draft destination(String text) {
            this.destination = Optional.of(text);
            return this;
        }

        /** What was said, by us to a client or by the next server to us. */
        public Draft reply(String text) {
            this.reply = Optional.of(text);
            return this;
        }

        public Draft detail(String text) {
            this.detail = Optional.of(text);
            return this;
        }

        /** What was found, and why it was decided so. */
        public Draft assessed(Assessment found) {
            this.assessment = found;
            return this;
        }

        /** What people tell the message by. */
        public Draft header(HeaderFacts facts) {
            this.header = facts;
            return this;
        }

        /** What the application whose submission it was is told. */
        public Draft telling(Optional<Telling> told) {
            this.telling = told;
            return this;
        }

        public Draft size(long octets) {
            this.size = octets;
            return this;
        }

        /** {@return the event, happening now} */
        public Event event() {
            return event(ids.next().text());
        }

        /** {@return the event, happening now; of those with the same name that one message has, the first is kept} */
        public Event event(String name) {
            return new Event(name, clock.instant(), kind, queueId, session, reversePath, recipients, peer,
                    destination, reply, size, detail, assessment, header, telling);
        }
    }
}
