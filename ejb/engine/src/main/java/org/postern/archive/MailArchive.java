package org.postern.archive;

import org.postern.queue.QueuedMail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Where mail is kept as it was handed over: to the sink, and to queues and topics of applications. Survives a restart. */
public interface MailArchive {
    /**
     * Keeps a message at its destination; durable on return. The content is read before the return. {@return whether it was not kept before}
     *
     * @param key keeping the same key twice keeps once
     * @param time when it was handed over
     * @param until from then on it may be forgotten; empty where others see to that
     * @throws RuntimeException when the store cannot take it; then nothing is kept
     */
    boolean keep(String key, QueuedMail mail, Instant time, Optional<Instant> until);

    /** {@return whether a message is kept under this key} */
    boolean holds(String key);

    /** {@return a page} */
    List<ArchivedMail> list(ArchiveQuery query);

    /** {@return how many there are; counting ends at {@code most}} */
    long count(ArchiveFilter filter, int most);

    /** {@return its line, if it is one of these} */
    Optional<ArchivedMail> find(long id, ArchiveFilter filter);

    /** Reads a message, on its way to where it was handed over, while the reader works; {@return whether it is there and one of these} */
    boolean look(long id, ArchiveFilter filter, Consumer<QueuedMail> reader);

    /** Forgets the oldest of these; {@return how many, at most {@code most}} */
    int forget(ArchiveFilter filter, int most);

    /** Forgets what was to be kept until before this time; {@return how many, at most {@code most}} */
    int forgetOver(Instant time, int most);

    /** {@return how much is kept at each place} */
    Map<String, Held> held();

    /** {@return how much is kept at this place} */
    Held held(String place);

    /** Forgets the oldest of a place until so much is gone; {@return what is gone, of a few hundred messages at most} */
    Held forgetOldest(String place, Held excess);

    /**
     * Some mail.
     *
     * @param messages how many
     * @param octets of their contents together
     */
    record Held(long messages, long octets) {
        /** Nothing. */
        public static final Held NOTHING = new Held(0, 0);

        /** {@return both together} */
        public Held plus(Held other) {
            return new Held(messages + other.messages, octets + other.octets);
        }

        /** {@return how much more it is than that; nothing is less than nothing} */
        public Held over(Held other) {
            return new Held(Math.max(messages - other.messages, 0), Math.max(octets - other.octets, 0));
        }

        /** {@return whether it is nothing} */
        public boolean isNothing() {
            return messages <= 0 && octets <= 0;
        }
    }
}
