package org.postern.delivery.sts;

import org.postern.delivery.tls.TlsFault;

/** Fetches the file of a policy (RFC 8461, 3.3). Blocks, within bounds; never throws for what a server said or did not say. */
@FunctionalInterface
public interface PolicyFetcher {
    /** {@return the file of this domain, or why there is none} */
    Fetched fetch(String domain);

    /** What came of it. */
    sealed interface Fetched {}

    /**
     * Somebody whose certificate is right for the domain said so.
     *
     * @param text at most 64 KiB
     */
    record Document(String text) implements Fetched {}

    /**
     * There is none now.
     *
     * @param reason in a few words
     */
    record Failed(TlsFault fault, String reason) implements Fetched {}
}
