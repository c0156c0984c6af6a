package org.postern.smtp.server;

import org.postern.mail.Parameters;
import org.postern.receiver.MailReceiver;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;
import org.postern.smtp.wire.Command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * BDAT, and the octets it announces (RFC 3030, 2). They follow without waiting, so that those of a refused chunk are passed over
 * before the refusal is given: none of them is ever taken for a command.
 */
final class ChunkReception {
    private final SessionSettings settings;
    private final SessionProgress progress;
    private final MailReceiver receiver;
    private final ContentStore contents;
    private Command.Bdat chunk = new Command.Bdat(0, false);
    private long expected;
    private Optional<Denial> refusal = Optional.empty();

    ChunkReception(SessionSettings settings, SessionProgress progress, MailReceiver receiver, ContentStore contents) {
        this.settings = settings;
        this.progress = progress;
        this.receiver = receiver;
        this.contents = contents;
    }

    /** {@return whether octets of a chunk are to come} */
    boolean isExpecting() {
        return expected > 0;
    }

    /** {@return whether nobody waits for the end of a chunk of this size, which is refused in any case} */
    boolean isHopeless(Command.Bdat command) {
        return command.size() > 2 * settings.maxMessageSize();
    }

    /** The octets of this chunk come next. */
    void begin(Command.Bdat command) {
        chunk = command;
        expected = command.size();
        refusal = notNow().map(Denial::of);
        if (refusal.isEmpty() && progress.transaction().get().chunks().isEmpty()) {
            open(progress.transaction().get());
        }
        if (refusal.isEmpty()) {
            content().announce(command.size());
        }
    }

    private Optional<Reply> notNow() {
        if (!progress.facts().extended()) {
            return Optional.of(progress.facts().role().helloFirst());
        }
        if (progress.transaction().isEmpty()) {
            return Optional.of(Replies.MAIL_FIRST);
        }
        return progress.transaction().get().recipientCount() == 0
                ? Optional.of(Replies.RECIPIENT_FIRST)
                : Optional.empty();
    }

    private void open(MailTransaction transaction) {
        Parameters parameters = transaction.parameters();
        try {
            long size = Math.max(transaction.declaredSize(), chunk.size());
            transaction.receiveIn(new ChunkedContent(settings,
                    contents.begin(progress.facts().client().getAddress(), size), isBinary(parameters)));
        } catch (IOException e) {
            refusal = Optional.of(chunk.size() > settings.maxMessageSize() ? Denial.MESSAGE_SIZE : Denial.of(e));
        }
    }

    static boolean isBinary(Parameters parameters) {
        return parameters.get("BODY").filter("BINARYMIME"::equalsIgnoreCase).isPresent();
    }

    /** Takes the input up to the end of the chunk. */
    void receive(ByteBuffer input) {
        int count = (int) Math.min(expected, input.remaining());
        if (refusal.isEmpty()) {
            content().keep(input.array(), input.arrayOffset() + input.position(), count);
        }
        input.position(input.position() + count);
        expected -= count;
    }

    private ChunkedContent content() {
        return progress.transaction().flatMap(MailTransaction::chunks).orElseThrow();
    }

    /** {@return whether the chunk was the last of a message} */
    boolean isLast() {
        return chunk.last();
    }

    /** {@return the answer to the chunk, whose octets have all come; a refused one fails the message} */
    Answer finish() {
        Optional<Denial> failed = refusal.or(() -> content().refusal());
        if (failed.isPresent()) {
            return Answer.of(failed.get());
        }
        if (!chunk.last()) {
            return Answer.of(Replies.chunkTaken(chunk.size()));
        }
        MailTransaction transaction = progress.transaction().orElseThrow();
        ChunkedContent chunks = transaction.release().orElseThrow();
        return chunks.finish(content -> receiver.message(progress.facts(), transaction.envelope(chunks.isEightBit()),
                content));
    }

    /** The client is gone; what it has sent is discarded with the transaction. */
    void abandon() {
        expected = 0;
    }
}
