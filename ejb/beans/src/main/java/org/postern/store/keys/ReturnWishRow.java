package org.postern.store.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.bounce.ReturnWishes.Awaited;
import org.postern.event.OutcomeWish;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A message of whose bounces an application wants to hear. */
@Entity
@Table(name = "return_wish")
class ReturnWishRow {
    /** Longer lists of recipients are not kept. */
    private static final int LONGEST = 4_000;

    @Id
    @Column(name = "queue_id")
    private String queueId;
    private String wish;
    /** One a line. */
    private String recipients;
    /** Read by queries alone. */
    @Column(name = "kept_until")
    @SuppressWarnings("UnusedVariable")
    private Instant until;

    protected ReturnWishRow() {}

    ReturnWishRow(String queueId, Awaited awaited, Instant until) {
        this.queueId = queueId;
        this.wish = awaited.wish().text();
        String lines = String.join("\n", awaited.recipients());
        this.recipients = lines.length() <= LONGEST ? lines : "";
        this.until = until;
    }

    Optional<Awaited> awaited() {
        return OutcomeWish.parse(wish)
                .map(read -> new Awaited(read, recipients.isEmpty() ? List.of() : List.of(recipients.split("\n"))));
    }
}
