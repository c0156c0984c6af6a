package org.postern.admin.parked;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A parked message as a person looks at it.
 *
 * @param key as in the list
 * @param queueId name of the message
 * @param envelope a line for each command
 * @param destination where it is headed
 * @param due when it is taken up again; empty for what only a person releases
 * @param expires when its sender wants it no more
 * @param lastReply what was said last
 * @param header its header section, octets beyond ASCII as UTF-8
 * @param source the first octets of all of it, {@link #MOST} at most
 * @param size octets of all of it
 */
public record ParkedDetail(String key, String queueId, List<String> envelope, Optional<String> destination,
        Optional<Instant> due, Optional<Instant> expires, String lastReply, String header, String source, long size) {
    /** The most octets that are shown. */
    public static final int MOST = 256 * 1024;

    public ParkedDetail {
        envelope = List.copyOf(envelope);
    }

    /** {@return whether the source is cut} */
    public boolean isCut() {
        return size > MOST;
    }
}
