package org.postern.broker.remote;

import jakarta.json.JsonObject;

/**
 * A queue of a broker elsewhere, or of several brokers together.
 *
 * @param name as the broker has it
 * @param address to which messages for it are sent
 * @param isOfTopic whether it is a subscription
 * @param isTemporary whether it ends with a connection
 * @param messages all in it
 * @param delivering those among them that a consumer has
 * @param scheduled those among them that are for later
 * @param consumers who read it
 * @param added messages since the start of the broker
 */
public record RemoteQueue(String name, String address, boolean isOfTopic, boolean isTemporary, long messages,
        long delivering, long scheduled, long consumers, long added) {
    /** {@return the queue that this row of the broker's list tells of} */
    static RemoteQueue of(JsonObject row) {
        return new RemoteQueue(row.getString("name"), row.getString("address"),
                row.getString("routingType").equals("MULTICAST"), Boolean.parseBoolean(row.getString("temporary")),
                number(row, "messageCount"), number(row, "deliveringCount"), number(row, "scheduledCount"),
                number(row, "consumerCount"), number(row, "messagesAdded"));
    }

    private static long number(JsonObject row, String key) {
        return Long.parseLong(row.getString(key, "0"));
    }

    /** {@return what both hold together, of one name at two brokers} */
    RemoteQueue with(RemoteQueue other) {
        return new RemoteQueue(name, address, isOfTopic, isTemporary, messages + other.messages,
                delivering + other.delivering, scheduled + other.scheduled, consumers + other.consumers,
                added + other.added);
    }
}
