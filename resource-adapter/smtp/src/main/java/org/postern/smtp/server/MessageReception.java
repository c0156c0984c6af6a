package org.postern.smtp.server;

import org.postern.mail.Content;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;
import org.postern.smtp.wire.DotDecoder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;

/**
 * Content on its way in, from the 354 to its end. What cannot be taken any more, being too big, against the grammar or without room
 * here, is passed over up to its end, so that none of it is taken for commands.
 */
final class MessageReception {
    private final SessionSettings settings;
    private final ContentSink sink;
    private final DotDecoder decoder;
    private Optional<Reply> refusal = Optional.empty();
    private long size;
    private long passedOver;

    MessageReception(SessionSettings settings, ContentSink sink) {
        this.settings = settings;
        this.sink = sink;
        this.decoder = new DotDecoder(settings.maxTextLine());
    }

    /** Takes the input up to the end of the content. */
    void receive(ByteBuffer input) throws IOException {
        int start = input.position();
        decoder.decode(input, this::keep);
        if (decoder.violation().isPresent()) {
            refuse(decoder.violation().get().reply());
        } else if (decoder.headerSize() > settings.maxHeaderSize()) {
            refuse(Replies.HEADER_TOO_BIG);
        }
        if (refusal.isPresent()) {
            passedOver += input.position() - start;
        }
    }

    private void keep(byte[] octets, int offset, int length) {
        size += length;
        if (size > settings.maxMessageSize()) {
            refuse(Replies.TOO_BIG);
        }
        if (refusal.isPresent()) {
            return;
        }
        try {
            sink.write(octets, offset, length);
        } catch (IOException _) {
            refuse(Replies.NO_ROOM);
        }
    }

    private void refuse(Reply reply) {
        if (refusal.isEmpty()) {
            refusal = Optional.of(reply);
        }
    }

    boolean isEnded() {
        return decoder.isEnded();
    }

    /** {@return whether the client goes on for so long with content refused already that its end is not waited for} */
    boolean isHopeless() {
        return passedOver > 2 * settings.maxMessageSize();
    }

    /**
     * Hands the content to its receiver, unless it is refused already, and frees what it occupies.
     *
     * @return the reply to the end of the content
     */
    Reply finish(Function<Content, Reception> receiver) {
        try {
            return refusal.isPresent() ? refusal.get() : hand(receiver);
        } finally {
            sink.discard();
        }
    }

    private Reply hand(Function<Content, Reception> receiver) {
        Content content;
        try {
            content = sink.complete();
        } catch (IOException _) {
            return Replies.NO_ROOM;
        }
        // The 250 makes the message ours (RFC 5321, 6.1). It comes into being from Queued alone, which the receiver returns only
        // after its transaction is committed: a crash before leaves the message with the client, never with nobody.
        return switch (receiver.apply(content)) {
            case Reception.Queued(var id) -> Replies.queued(id);
            case Reception.Refused(var reply) -> reply;
        };
    }

    /** Frees what the content occupies, when its end will not come. */
    void discard() {
        sink.discard();
    }
}
