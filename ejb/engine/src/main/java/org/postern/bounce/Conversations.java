package org.postern.bounce;

import org.postern.mail.QueueId;

import java.util.Optional;

/** The conversations that applications have begun, the same on all nodes, each for as long as its answers may come. */
public interface Conversations {
    /**
     * Keeps one, under the name of the submission that begins it. Durable on return.
     *
     * @throws RuntimeException when the store is out of reach
     */
    void keep(QueueId question, Conversation conversation);

    /**
     * {@return the conversation that this submission has begun; empty where there is none, or none any more}
     *
     * @throws RuntimeException when the store is out of reach
     */
    Optional<Conversation> find(QueueId question);
}
