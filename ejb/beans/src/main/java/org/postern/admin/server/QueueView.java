package org.postern.admin.server;

/**
 * A queue of the broker at one moment.
 *
 * @param name of the JMS queue
 * @param depth messages in it, those being delivered among them
 * @param delivering messages that a consumer has and has not acknowledged
 * @param scheduled messages that wait for a redelivery
 * @param consumers who read it
 * @param added messages since the broker's start
 */
public record QueueView(String name, long depth, long delivering, long scheduled, long consumers, long added) {
    /** {@return whether it belongs to an application} */
    public boolean isOfApplication() {
        return !name.startsWith("postern.");
    }
}
