package org.postern.ra;

import org.postern.smtp.server.SmtpSession.Stage;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the octets that a client sends are read into. Many sessions idle, and a few bring much at once: those get a larger buffer while they
 * bring content, if there is memory for it, and a small one again when they are done. Used by one thread at a time.
 */
final class InputBuffer {
    private static final int FIRST = 512;
    /** A group of commands. Each session may have as much. */
    static final int COMMANDS = 4 * 1024;
    private static final int LARGEST = 64 * 1024;
    private static final int STEP = 8;

    private final Supplier<Quota.Holding> memory;
    private byte[] octets = new byte[FIRST];
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
        boolean full = before == octets.length;
        if (stage == Stage.COMMAND && octets.length > COMMANDS) {
            free();
        } else if (full && octets.length < (stage == Stage.COMMAND ? COMMANDS : LARGEST)) {
            grow(Math.min(octets.length * STEP, LARGEST));
        }
        return octets;
    }

    private void grow(int to) {
        if (to <= COMMANDS || granted(to)) {
            octets = new byte[to];
        }
    }

    private boolean granted(int to) {
        Quota.Holding ours = held.orElseGet(memory);
        held = Optional.of(ours);
        return ours.growTo(to);
    }

    /** Gives back what is more than each session may have. */
    void free() {
        held.ifPresent(Quota.Holding::free);
        held = Optional.empty();
        octets = new byte[COMMANDS];
    }
}
