package org.postern.event;

/** A step that a message, or the attempt to hand one in, has taken. */
public enum EventKind {
    /** A client was given a 4xx or 5xx; there may be no message. */
    REFUSED,
    /** Accepted by SMTP, durable, acknowledged. */
    RECEIVED,
    /** Handed in by an application over JMS. */
    SUBMITTED,
    /** Its recipient stands for others: those get it instead. */
    EXPANDED,
    /** Posted to the queue of its destination. */
    ROUTED,
    /** Posted to an application's queue: for the gateway, the end of the way. */
    HANDED_OVER,
    /** The next server said 2xx. */
    DELIVERED,
    /** Not now: the next server said 4xx, or could not be reached. */
    DEFERRED,
    /** Set aside until a time, or for a person. */
    PARKED,
    /** Taken up again, by time or by a person. */
    RELEASED,
    /** Never: the next server said 5xx, or the time is over. */
    FAILED,
    /** A report on it was posted to its sender. */
    BOUNCED,
    /** A server that had taken it reported later that it could not deliver it. */
    BOUNCED_BACK,
    /** Ended by a person or a rule without a report. */
    DROPPED
}
