package org.postern.sink;

import org.postern.mail.Message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where mail is kept for those who test. Survives a restart. Nothing here ever leaves. */
public interface Sink {
    /**
     * Keeps a message; durable on return. The content is read before the return.
     *
     * @param key keeping the same key twice keeps once
     * @throws RuntimeException when the store cannot take it; then nothing is kept
     */
    void keep(String key, Message message, Instant now);

    /** {@return whether a message is kept under this key} */
    boolean holds(String key);

    /** {@return a page} */
    List<SunkMail> list(SinkQuery query);

    /** {@return how many there are; counting ends at {@code most}} */
    long count(SinkFilter filter, int most);

    /** {@return its line, if it is one of these} */
    Optional<SunkMail> find(long id, SinkFilter filter);

    /** Reads a message while the reader works; {@return whether it is there and one of these} */
    boolean look(long id, SinkFilter filter, Consumer<Message> reader);

    /** Forgets the oldest of these; {@return how many, at most {@code most}} */
    int forget(SinkFilter filter, int most);

    /** Forgets the oldest that came before this time; {@return how many, at most {@code most}} */
    int forgetBefore(Instant time, int most);

    /** {@return how much is kept} */
    Held held();

    /** Forgets the oldest until so much is gone; {@return what is gone, of a few hundred messages at most} */
    Held forgetOldest(Held excess);

    /**
     * Some mail.
     *
     * @param messages how many
     * @param octets of their contents together
     */
    record Held(long messages, long octets) {
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
