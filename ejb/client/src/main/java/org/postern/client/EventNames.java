package org.postern.client;

/** The words in the JSON document of an event. Later versions of the contract add members and kinds, and change none. */
public final class EventNames {
    /** What has happened, in a word. */
    public static final String KIND = "kind";
    /** The same whenever the same is told again; of no other event. */
    public static final String KEY = "key";
    /** When it happened, as ISO 8601 writes an instant. */
    public static final String AT = "at";
    /** The name of the message in the log and in the console. */
    public static final String QUEUE_ID = "queueId";
    /** What the application knows its submission by; absent where it has given it no name. */
    public static final String CORRELATION = "correlation";
    /** Who has handed it in. */
    public static final String ACCOUNT = "account";
    /** The address of the sender. */
    public static final String REVERSE_PATH = "reversePath";
    /** The recipient that the event is about. */
    public static final String RECIPIENT = "recipient";
    /** For whom the recipient stands. */
    public static final String ORIGINAL_RECIPIENT = "originalRecipient";
    /** Why, in words for a person. */
    public static final String REASON = "reason";
    /** What went wrong, roughly. */
    public static final String CLASS = "class";
    /** In numbers (RFC 3463). */
    public static final String STATUS = "status";
    /** In the words of the server that was spoken to. */
    public static final String REPLY = "reply";
    /** Which server that was. */
    public static final String HOST = "host";
    /** When the next attempt is due. */
    public static final String NEXT = "next";

    /** The kind of what the gateway has taken. */
    public static final String ACCEPTED = "accepted";
    /** The kind of a submission that is not sent. */
    public static final String REFUSED = "refused";
    /** The kind of what is tried again. */
    public static final String DEFERRED = "deferred";
    /** The kind of what has come to a recipient. */
    public static final String DELIVERED = "delivered";
    /** The kind of what cannot come to a recipient. */
    public static final String FAILED = "failed";
    /** The kind of what has not come to a recipient in time. */
    public static final String EXPIRED = "expired";
    /** The kind of what waits for a person. */
    public static final String QUARANTINED = "quarantined";
    /** The kind of what a later report takes back. */
    public static final String RETURNED = "returned";

    private EventNames() {}
}
