package org.postern.smtp.server;

import org.postern.receiver.MailReceiver;
import org.postern.receiver.Reason;
import org.postern.receiver.Refusal;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;
import org.postern.smtp.wire.ReplyEncoder;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * The way back to the client. Each refusal that takes it ends with the name of the session, and is told to the receiver too,
 * as long as they are not too many: one client's refusals must not become a flood in the trace.
 */
final class ReplyChannel {
    /** The most refusals of one session that are told, but for the one that ends it. */
    static final int MAX_TOLD = 100;
    private static final int MAX_COMMAND = 512;

    private final MailReceiver receiver;
    private final OutputStream replies;
    private int told;

    ReplyChannel(MailReceiver receiver, OutputStream replies) {
        this.receiver = receiver;
        this.replies = replies;
    }

    /**
     * Writes the reply, and tells the receiver of it if it is a refusal.
     *
     * @param reason why, if it is one
     */
    void give(SessionProgress progress, Asked asked, Reply reply, Reason reason) throws IOException {
        if (!reply.isPositive() && (told++ < MAX_TOLD || reply.code() == Replies.CLOSING)) {
            receiver.refused(progress.facts(), new Refusal(printable(asked.shown()),
                    progress.transaction().map(MailTransaction::reversePath), asked.recipient(), Optional.of(reply),
                    reason));
        }
        write(progress.facts(), reply);
    }

    void write(SessionFacts facts, Reply reply) throws IOException {
        replies.write(ReplyEncoder.encode(reply.isPositive() ? reply : reply.signed(facts.reference())));
    }

    void flush() throws IOException {
        replies.flush();
    }

    private static String printable(String command) {
        StringBuilder printable = new StringBuilder();
        command.chars().limit(MAX_COMMAND).forEach(c -> printable.append(Character.isISOControl(c) ? '?' : (char) c));
        return printable.toString();
    }
}
