package org.postern.content;

import java.io.IOException;
import java.io.InputStream;

/** Looks into the parts of one message while it is read. */
@FunctionalInterface
public interface PartInspector {
    /** Looks into nothing. */
    PartInspector NONE = (part, octets) -> {
    };

    /**
     * Is shown each part that no others lie in, in their order.
     *
     * @param part its size is not known yet, and 0
     * @param octets decoded; need not be read to their end, and are of no use afterwards. Ends early where they break off
     * @throws IOException when the message itself cannot be read, and for no other reason
     */
    void inspect(Part part, InputStream octets) throws IOException;
}
