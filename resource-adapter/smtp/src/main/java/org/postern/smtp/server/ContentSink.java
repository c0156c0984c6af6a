package org.postern.smtp.server;

import org.postern.mail.Content;
import org.postern.smtp.wire.OctetSink;

import java.io.IOException;

/**
 * Takes the content of one message while it arrives. {@link #discard} is called last in every case, after the receiver has returned or
 * instead of {@link #complete}. An {@link IOException} from any method is answered with 452 4.3.1, for a reason that a
 * {@link ContentStore.NoRoomException} gives; the session then discards.
 */
public interface ContentSink extends OctetSink {
    /**
     * {@return all octets written so far}
     *
     * <p>What they occupy is freed after the receiver has returned, by {@link #discard}.
     */
    Content complete() throws IOException;

    /**
     * Frees what the octets occupy. Called in every case, after {@link #complete} or instead of it, and as soon as the content is refused;
     * more than once at times. Must not fail.
     */
    void discard();
}
