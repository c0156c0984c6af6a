package org.postern.metric;

/** Work of the database that is timed. */
public enum DatabaseWork {
    /** The look at it that is taken twice a second. */
    PROBE,
    /** Storing a batch of stories. */
    STORIES,
    /** Parking a message. */
    PARK
}
