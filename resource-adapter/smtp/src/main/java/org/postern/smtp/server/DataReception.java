package org.postern.smtp.server;

import org.postern.mail.Content;
import org.postern.receiver.Reception;
import org.postern.smtp.wire.DotDecoder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Function;

/**
 * Content on its way in, from the 354 to its end. What cannot be taken any more, being too big, against the grammar or without room
 * here, is passed over up to its end, so that none of it is taken for commands.
 */
final class DataReception {
    private final SessionSettings settings;
    private final IncomingMessage message;
    private final DotDecoder decoder;
    private long passedOver;

    DataReception(SessionSettings settings, ContentSink sink) {
        this.settings = settings;
        this.message = new IncomingMessage(settings.maxMessageSize(), sink);
        this.decoder = new DotDecoder(settings.maxTextLine());
    }

    /** Takes the input up to the end of the content. */
    void receive(ByteBuffer input) throws IOException {
        int start = input.position();
        decoder.decode(input, message::keep);
        if (decoder.violation().isPresent()) {
            message.refuse(Denial.of(decoder.violation().get()));
        } else if (decoder.headerSize() > settings.maxHeaderSize()) {
            message.refuse(Denial.HEADER_SIZE);
        }
        if (message.refusal().isPresent()) {
            passedOver += input.position() - start;
        }
    }

    boolean isEnded() {
        return decoder.isEnded();
    }

    /** {@return whether the client goes on for so long with content refused already that its end is not waited for} */
    boolean isHopeless() {
        return passedOver > 2 * settings.maxMessageSize();
    }

    boolean isEightBit() {
        return message.isEightBit();
    }

    /** {@return the answer to the end of the content, see {@link IncomingMessage#finish}} */
    Answer finish(Function<Content, Reception> receiver) {
        return message.finish(receiver);
    }

    /** Frees what the content occupies, when its end will not come. */
    void discard() {
        message.discard();
    }
}
