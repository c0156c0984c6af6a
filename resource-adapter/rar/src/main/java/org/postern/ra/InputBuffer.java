package org.postern.ra;

import org.postern.smtp.server.SmtpSession.Stage;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the octets that a client sends are read into. Many sessions idle, and a few bring much at once: those get a larger buffer when they
 * bring content, if there is memory for it. They keep it for their next message as long as most of that memory is free, and have a small one
 * again otherwise. Used by one thread at a time.
 */
final class InputBuffer {
    private static final int FIRST = 512;
    /** A group of commands, or a short message as a whole. Each session may have as much. */
    static final int COMMANDS = 8 * 1024;
    private static final int LARGEST = 64 * 1024;

    private final Supplier<Quota.Holding> memory;
    private byte[] own = new byte[FIRST];
    private byte[] octets = own;
    private Optional<Quota.Holding> held = Optional.empty();

    /** @param memory asked when more is needed than each session may have */
    InputBuffer(Supplier<Quota.Holding> memory) {
        this.memory = memory;
    }

    /**
     * {@return the array for the next read}
     *
     * @param stage what is to be read
     * @param before how many octets the last read has brought
     */
    byte[] next(Stage stage, int before) {
        boolean isFull = before == octets.length;
        if (stage == Stage.COMMAND && !held.map(Quota.Holding::mayStay).orElse(false)) {
            free();
        }
        if (own.length < COMMANDS && (isFull || stage != Stage.COMMAND)) {
            own = new byte[COMMANDS];
            octets = own;
        } else if (isFull && stage != Stage.COMMAND && octets.length < LARGEST && granted()) {
            octets = new byte[LARGEST];
        }
        return octets;
    }

    private boolean granted() {
        Quota.Holding ours = held.orElseGet(memory);
        held = Optional.of(ours);
        return ours.growTo(LARGEST);
    }

    /** Gives back what is more than each session may have. */
    void free() {
        held.ifPresent(Quota.Holding::free);
        held = Optional.empty();
        octets = own;
    }
}
