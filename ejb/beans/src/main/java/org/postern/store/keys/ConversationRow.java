package org.postern.store.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.bounce.Conversation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A submission to which answers may come. */
@Entity
@Table(name = "conversation")
class ConversationRow {
    @Id
    @Column(name = "queue_id")
    private String queueId;
    @Column(name = "to_queue")
    private String queue;
    /** In Base64, since an application may choose characters that no database takes; empty for none. */
    private String correlation;
    @Column(name = "ends")
    private Instant end;

    protected ConversationRow() {}

    ConversationRow(String queueId, Conversation conversation) {
        this.queueId = queueId;
        this.queue = conversation.queue();
        this.correlation = conversation.correlation()
                .map(name -> Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)))
                .orElse("");
        this.end = conversation.end();
    }

    Conversation conversation() {
        return new Conversation(queue, Optional.of(correlation)
                .filter(name -> !name.isEmpty())
                .map(name -> new String(Base64.getDecoder().decode(name), StandardCharsets.UTF_8)), end);
    }
}
