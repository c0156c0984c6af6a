package org.postern.smtp.server;

import org.postern.mail.Content;
import org.postern.receiver.Reception;
import org.postern.smtp.wire.TextCheck;

import java.util.Optional;
import java.util.function.Function;

/** The content that the chunks of one transaction add up to (RFC 3030, 2). Text has to be made of lines; BINARYMIME need not. */
final class ChunkedContent {
    private final SessionSettings settings;
    private final IncomingMessage message;
    private final Optional<TextCheck> text;

    ChunkedContent(SessionSettings settings, ContentSink sink, boolean binary) {
        this.settings = settings;
        this.message = new IncomingMessage(settings.maxMessageSize(), sink);
        this.text = binary ? Optional.empty() : Optional.of(new TextCheck(settings.maxTextLine()));
    }

    void announce(long octets) {
        message.announce(octets);
    }

    void keep(byte[] octets, int offset, int length) {
        text.ifPresent(check -> {
            check.check(octets, offset, length);
            judge(check);
        });
        message.keep(octets, offset, length);
    }

    private void judge(TextCheck check) {
        if (check.violation().isPresent()) {
            message.refuse(Denial.of(check.violation().get()));
        } else if (check.headerSize() > settings.maxHeaderSize()) {
            message.refuse(Denial.HEADER_SIZE);
        }
    }

    Optional<Denial> refusal() {
        return message.refusal();
    }

    boolean isEightBit() {
        return message.isEightBit();
    }

    /** {@return the answer to the last chunk, see {@link IncomingMessage#finish}} */
    Answer finish(Function<Content, Reception> receiver) {
        text.ifPresent(check -> {
            check.end();
            judge(check);
        });
        return message.finish(receiver);
    }

    void discard() {
        message.discard();
    }
}
