package org.postern.store.trace;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.event.Fate;
import org.postern.event.Progress;
import org.postern.event.TracePosition;
import org.postern.event.TracedMessage;
import org.postern.mail.QueueId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One line of the trace, as it is read; {@link TraceInserts} writes it. */
@Entity
@Table(name = "trace_message")
class TraceMessageRow {
    @Id
    @Column(name = "message_key")
    private String key;
    @Column(name = "session_ref")
    private String session;
    private Instant arrived;
    private Instant changed;
    @Column(name = "reverse_path")
    private String reversePath;
    @Column(name = "sender_key")
    private String senderKey;
    @Column(name = "size_octets")
    private long size;
    @Enumerated(EnumType.STRING)
    private Progress progress;
    private int recipients;
    @Column(name = "first_recipient")
    private String firstRecipient;

    private int refused;
    @Column(name = "on_the_way")
    private int onTheWay;
    private int waiting;
    private int delivered;
    private int failed;
    private int dropped;
    @Column(name = "client_address")
    @SuppressWarnings("unused") // what queries name
    private String clientAddress;
    @Column(name = "client_name")
    @SuppressWarnings("unused") // what queries name
    private String clientName;
    @Column(name = "message_id")
    @SuppressWarnings("unused") // what queries name
    private String messageId;
    private String subject;

    protected TraceMessageRow() {}

    /** {@return the attribute that counts the recipients who have come this far} */
    static String counter(Progress progress) {
        return switch (progress) {
            case REFUSED -> "refused";
            case ON_THE_WAY -> "onTheWay";
            case WAITING -> "waiting";
            case DELIVERED -> "delivered";
            case FAILED -> "failed";
            case DROPPED -> "dropped";
        };
    }

    private List<Fate> fates() {
        return Stream.of(new Fate(Progress.REFUSED, refused), new Fate(Progress.ON_THE_WAY, onTheWay),
                new Fate(Progress.WAITING, waiting), new Fate(Progress.DELIVERED, delivered),
                new Fate(Progress.FAILED, failed), new Fate(Progress.DROPPED, dropped))
                .filter(fate -> fate.recipients() > 0)
                .toList();
    }

    String key() {
        return key;
    }

    TracePosition position() {
        return new TracePosition(arrived, key);
    }

    TracedMessage toMessage() {
        boolean nameless = key.equals(session) || key.startsWith("-");
        return new TracedMessage(key, nameless ? Optional.empty() : Optional.of(new QueueId(key)),
                Optional.ofNullable(session), arrived, changed, Optional.ofNullable(reversePath), size, progress,
                recipients, Optional.ofNullable(firstRecipient), fates(), Optional.ofNullable(subject));
    }
}
