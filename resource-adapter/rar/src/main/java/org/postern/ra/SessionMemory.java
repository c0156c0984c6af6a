package org.postern.ra;

import org.postern.ra.tls.TlsMode;

/**
 * The memory that the sessions of all listeners may take of what the server itself leaves of the heap: a quarter for what each of them can need from its
 * beginning, an eighth for what some need beyond that, an eighth for content. The rest is everybody else's. Of the quarter, each listener has a
 * share that the others leave it, see {@link SessionShares}. Safe for many threads.
 */
final class SessionMemory {
    /** What a session is, with its thread, the replies to a group of commands, a line of input, and the block before its file. */
    private static final int SESSION = 28 * 1024;
    /** The longest line of an authentication (RFC 4954, 4), which any client may begin. */
    private static final int LINE = 12 * 1024;
    /** Records on their way in and out, of which a part may not have come yet, or not been read. */
    private static final int TLS = 44 * 1024;

    private static final int PART = 4;
    /** What the server and the gateway take before there is a session, but no more than half of a small heap. */
    private static final long SERVER = 128L << 20;

    private final SessionShares sessions;
    private final Quota dialogues;
    private final Quota contents;

    private SessionMemory(long left) {
        sessions = new SessionShares(left / PART);
        dialogues = Quota.of(left / 8);
        contents = Quota.of(left / 8);
    }

    /** {@return the parts of so many octets, which the server itself leaves} */
    static SessionMemory of(long left) {
        return new SessionMemory(left);
    }

    /** {@return the parts of a heap that may grow to so many octets} */
    static SessionMemory ofHeap(long heap) {
        return of(Math.max(heap - SERVER, heap / 2));
    }

    /** {@return the heap of which so many octets are the part that each session can need} */
    static long heapFor(long octets) {
        long left = octets * PART;
        return left + Math.min(left, SERVER);
    }

    /** {@return octets that each session of such a listener can need, whatever its client does} */
    static int each(ListenerSettings settings) {
        int line = Math.max(settings.mail().commandLine(), LINE);
        return SESSION + line + (settings.tls() == TlsMode.NONE ? 0 : TLS);
    }

    /** {@return what each session can need, of all listeners} */
    SessionShares sessions() {
        return sessions;
    }

    /** {@return what sessions may take beyond that: recipients, and larger buffers while content comes} */
    Quota dialogues() {
        return dialogues;
    }

    /** {@return the memory of content that is arriving} */
    Quota contents() {
        return contents;
    }
}
