package org.postern.bounce;

import org.postern.mail.Mailbox;

import java.util.Optional;

/** Whose mail return paths were made for, the same on all nodes: kept before the first of its mail leaves, so that no report comes too early. */
public interface ReturnSenders {
    /**
     * Keeps a sender under a name, for longer than any return path lives. Durable on return; kept again, nothing changes.
     *
     * @param name 12 digits of {@link org.postern.mail.QueueId}
     * @return false when so many are kept that no other is taken
     * @throws RuntimeException when the store is out of reach, or another node keeps the same at this moment
     */
    boolean keep(String name, Mailbox sender);

    /**
     * {@return the sender with this name}
     *
     * @throws RuntimeException when the store is out of reach
     */
    Optional<Mailbox> find(String name);
}
