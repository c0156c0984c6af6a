package org.postern.web.page;

import org.postern.admin.parked.ParkedMail;
import org.postern.queue.QueueUnavailableException;

import java.io.Serializable;
import java.util.List;

/**
 * Something done to many parked messages, a part at a time, so that it can be watched.
 *
 * @param drops whether they are dropped, as opposed to sent on their way
 * @param keys all of them
 * @param at how many of them have had their turn
 * @param done how many of those were still parked
 */
public record BulkAct(boolean drops, List<String> keys, int at, int done) implements Serializable {
    static final BulkAct NONE = new BulkAct(false, List.of(), 0, 0);
    private static final int PART = 250;
    /** Dropping is the slower the larger the mail is. */
    private static final int DROPPED = 25;

    static BulkAct retry(List<String> keys) {
        return new BulkAct(false, List.copyOf(keys), 0, 0);
    }

    static BulkAct drop(List<String> keys) {
        return new BulkAct(true, List.copyOf(keys), 0, 0);
    }

    public boolean isGoingOn() {
        return at < keys.size();
    }

    public int getTotal() {
        return keys.size();
    }

    BulkAct step(ParkedMail parked, String user) throws QueueUnavailableException {
        List<String> part = keys.subList(at, Math.min(keys.size(), at + (drops ? DROPPED : PART)));
        int changed = drops ? parked.drop(part, user) : parked.retryNow(part, user);
        return new BulkAct(drops, keys, at + part.size(), done + changed);
    }

    String summary() {
        return (drops ? "Dropped: " : "On their way: ") + done + (done < keys.size() ? " of " + keys.size() : "") + ".";
    }
}
