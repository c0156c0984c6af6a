package org.postern.content.attachment;

import java.io.IOException;
import java.io.InputStream;

/** A kind of archive that is looked into as a stream. */
@FunctionalInterface
interface Archive {
    /** Is shown each entry in turn. */
    @FunctionalInterface
    interface Entries {
        /** @param octets need not be read to their end, which the archive does then */
        void entry(String name, InputStream octets) throws IOException;
    }

    /**
     * Shows the entries.
     *
     * @throws IOException where it breaks off or makes no sense, the message cannot be read, or an entry throws it
     */
    void read(Octets octets, Entries entries, Remarks remarks) throws IOException;

    /** What there is to say about the archive itself. */
    @FunctionalInterface
    interface Remarks {
        void remark(Suspicion suspicion, String evidence);
    }

    /** It makes no sense from here on. */
    final class NonsenseException extends IOException {
        private static final long serialVersionUID = 1;

        NonsenseException(String message) {
            super(message);
        }
    }
}
