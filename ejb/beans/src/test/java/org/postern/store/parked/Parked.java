package org.postern.store.parked;

import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Message;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.queue.Admission;
import org.postern.queue.Arrival;
import org.postern.queue.Lane;
import org.postern.queue.MailQueue;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.queue.QueuedMail;
import org.postern.routing.Destination;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds parked mail for tests: deferred and due now, unless a test says otherwise. */
final class Parked {
    /** Whatever waits in these tests is headed there. */
    static final Destination TWO = Destination.parse("mx:two.example");
    static final Admission ALL = new Only(List.of(TWO.toString()));
    static final Admission NONE = new Only(List.of());

    private final String key;
    private QueueId id = new QueueId("01HZZZZZZZZZZZZ0");
    private ReversePath from = path("a@one.example");
    private List<Recipient> to = List.of(Recipient.of(mailbox("b@two.example")));
    private Content content = Content.of("Subject: hello\r\n\r\nhello\r\n".getBytes(StandardCharsets.US_ASCII));
    private Reason reason = Reason.DEFERRED;
    private Optional<Instant> due = Optional.of(now());
    private String reply = "451 4.7.1 try again later";

    private Parked(String key) {
        this.key = key;
    }

    /** A gate that lets these destinations in, and puts the others off for an hour. */
    record Only(List<String> open) implements Admission {
        @Override
        public Optional<Instant> putOff(Destination destination, Lane lane, Instant arrived, Instant now) {
            return open.contains(destination.toString()) ? Optional.empty() : Optional.of(now.plusSeconds(3600));
        }
    }

    static Parked of(String key) {
        return new Parked(key);
    }

    static Instant now() {
        return Instant.parse("2026-03-01T12:00:00Z");
    }

    Parked id(String text) {
        id = new QueueId(text);
        return this;
    }

    Parked from(String address) {
        from = path(address);
        return this;
    }

    Parked to(String... addresses) {
        to = Stream.of(addresses).map(Parked::mailbox).map(Recipient::of).toList();
        return this;
    }

    Parked content(byte[] octets) {
        content = Content.of(octets);
        return this;
    }

    Parked unreadable() {
        content = new Content() {
            @Override
            public long size() {
                return 10;
            }

            @Override
            public InputStream open() throws IOException {
                throw new IOException("the spool is gone");
            }
        };
        return this;
    }

    Parked due(int seconds) {
        due = Optional.of(now().plusSeconds(seconds));
        return this;
    }

    Parked held() {
        due = Optional.empty();
        reason = Reason.HELD;
        return this;
    }

    Parked reason(Reason other) {
        reason = other;
        return this;
    }

    Parked reply(String text) {
        reply = text;
        return this;
    }

    ParkedMessage build() {
        Envelope envelope = new Envelope(from, Parameters.of(Map.of("BODY", "8BITMIME")), to);
        QueuedMail mail = QueuedMail.of(new Message(id, envelope, content), Arrival.at(now().minusSeconds(90)))
                .to(Optional.of(TWO))
                .tried(2);
        return new ParkedMessage(key, mail, reason, due, MailQueue.OUTGOING, reply);
    }

    /** {@return the same, to be routed anew for somebody else, now} */
    static ParkedMessage toSomebodyElse(ParkedMessage message) {
        Message mail = message.mail().message();
        Message changed = mail.with(mail.envelope().to(List.of(Recipient.of(mailbox("x@else.example")))));
        return new ParkedMessage(message.key(), message.mail().with(changed).to(Optional.empty()), Reason.DEFERRED,
                Optional.of(now()), MailQueue.INCOMING, message.lastReply());
    }

    private static ReversePath path(String address) {
        return address.isEmpty() ? ReversePath.NULL : ReversePath.of(mailbox(address));
    }

    private static Mailbox mailbox(String address) {
        int at = address.lastIndexOf('@');
        return new Mailbox(address.substring(0, at), new Domain(address.substring(at + 1)));
    }
}
