package org.postern.admin.parked;

import org.postern.assessment.Assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
 * @param assessment what was found about it, and what it adds up to
 * @param letter what people read of it first
 * @param header its header section, octets beyond ASCII as UTF-8
 * @param source the first octets of all of it, {@link #MOST} at most
 * @param size octets of all of it
 */
public record ParkedDetail(String key, String queueId, List<String> envelope, Optional<String> destination,
        Optional<Instant> due, Optional<Instant> expires, String lastReply, Assessment assessment, Letter letter,
        String header, String source, long size) {
    /** The most octets that are shown. */
    public static final int MOST = 256 * 1024;

    public ParkedDetail {
        envelope = List.copyOf(envelope);
    }

    /** {@return the same, what others said and saw as this has it; what stands in the message stays} */
    ParkedDetail worded(UnaryOperator<String> words) {
        return new ParkedDetail(key, queueId, envelope, destination.map(words), due, expires, words.apply(lastReply),
                assessment.worded(words), letter, header, source, size);
    }

    /**
     * What people read of a message first, decoded.
     *
     * @param from as it stands in the field, as is the rest
     * @param sender whom an entry of a list would be about; empty where that is not clear
     * @param files names of its files
     */
    public record Letter(String from, Optional<String> sender, String to, String subject, String date,
            List<String> files) {}

    /** {@return whether the source is cut} */
    public boolean isCut() {
        return size > MOST;
    }
}
