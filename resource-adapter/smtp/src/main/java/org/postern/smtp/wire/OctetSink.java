package org.postern.smtp.wire;

import java.io.IOException;

/** Takes octets, span by span. */
@FunctionalInterface
public interface OctetSink {
    /**
     * Takes {@code length} octets. The array may be reused by the caller after the return.
     *
     * @throws IOException when they cannot be kept
     */
    void write(byte[] octets, int offset, int length) throws IOException;
}
