package org.postern.queue;

/** The queues cannot take mail now; nothing of the posting was kept. Always temporary. */
public class QueueUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Whether the store is full, as opposed to gone: 452 rather than 451. */
    private final boolean full;

    public QueueUnavailableException(String message, boolean full, Throwable cause) {
        super(message, cause);
        this.full = full;
    }

    public boolean isFull() {
        return full;
    }
}
