package org.postern.queue;

/** Where mail waits. Survives a restart; holds a million without holding them in memory. */
public interface ParkedMessages {
    /**
     * Parks a message; durable on return. The content is read before the return.
     *
     * @throws RuntimeException when the store cannot take it; then nothing is parked and the caller must not acknowledge
     */
    void park(ParkedMessage message);
}
