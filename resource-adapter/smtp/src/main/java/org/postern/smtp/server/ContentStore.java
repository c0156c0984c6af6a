package org.postern.smtp.server;

import java.io.IOException;

/** Where content is kept while it arrives, until the receiver has taken it: memory for most, a file for what is large. */
@FunctionalInterface
public interface ContentStore {
    /**
     * {@return a place for one message}
     *
     * @param declaredSize octets the client has announced by SIZE (RFC 1870), 0 if it has not; a hint, and not to be trusted
     * @throws IOException when there is no room; answered with 452 4.3.1
     */
    ContentSink begin(long declaredSize) throws IOException;
}
