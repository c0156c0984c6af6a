package org.postern.smtp.server;

import org.postern.mail.Content;
import org.postern.receiver.Reception;
import org.postern.smtp.Replies;
import org.postern.smtp.wire.EightBit;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * The content of one message as it is kept while it arrives, or the first reason why it cannot be taken; one that is permanent comes before
 * all that are temporary, since a client would bring the same content again for nothing.
 */
final class IncomingMessage {
    private final long maxSize;
    private final ContentSink sink;
    private Optional<Denial> refusal = Optional.empty();
    private long size;
    private boolean eightBit;

    IncomingMessage(long maxSize, ContentSink sink) {
        this.maxSize = maxSize;
        this.sink = sink;
    }

    /** So many octets are to come: if they are too many, none of them is kept. */
    void announce(long octets) {
        if (octets > maxSize - size) {
            refuse(Denial.MESSAGE_SIZE);
        }
    }

    /** Takes octets, unless the message is refused already. */
    void keep(byte[] octets, int offset, int length) {
        size += length;
        eightBit = eightBit || EightBit.isAmong(octets, offset, length);
        if (size > maxSize) {
            refuse(Denial.MESSAGE_SIZE);
        }
        if (refusal.isPresent()) {
            return;
        }
        try {
            sink.write(octets, offset, length);
        } catch (IOException e) {
            refuse(Denial.of(e));
        }
    }

    /** {@return whether any octet so far was beyond ASCII, whatever the client has declared} */
    boolean isEightBit() {
        return eightBit;
    }

    /** What has come so far is freed at once: the rest may take its time. */
    void refuse(Denial denial) {
        if (refusal.isEmpty() || (refusal.get().reply().isTransient() && denial.reply().isPermanent())) {
            refusal = Optional.of(denial);
            sink.discard();
        }
    }

    Optional<Denial> refusal() {
        return refusal;
    }

    /**
     * Hands the content to its receiver, unless it is refused already, and frees what it occupies.
     *
     * @return the answer to the end of the content
     */
    Answer finish(Function<Content, Reception> receiver) {
        try {
            return refusal.isPresent() ? Answer.of(refusal.get()) : hand(receiver);
        } finally {
            sink.discard();
        }
    }

    private Answer hand(Function<Content, Reception> receiver) {
        Content content;
        try {
            content = sink.complete();
        } catch (IOException e) {
            return Answer.of(Denial.of(e));
        }
        // The 250 makes the message ours (RFC 5321, 6.1). It comes into being from Queued alone, which the receiver returns only
        // after its transaction is committed: a crash before leaves the message with the client, never with nobody.
        return switch (receiver.apply(content)) {
            case Reception.Queued(var id) -> Answer.of(Replies.queued(id));
            case Reception.Refused(var reply, var reason) -> Answer.of(reply, reason);
        };
    }

    /** Frees what the content occupies, when its end will not come. */
    void discard() {
        sink.discard();
    }
}
