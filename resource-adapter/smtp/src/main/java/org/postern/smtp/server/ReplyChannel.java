package org.postern.smtp.server;

import org.postern.smtp.Reply;
import org.postern.smtp.wire.ReplyEncoder;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The way back to the client. Each refusal that takes it ends with the name of the session, and is told to the receiver too.
 */
final class ReplyChannel {
    private static final int MAX_COMMAND = 512;

    private final MailReceiver receiver;
    private final OutputStream replies;

    ReplyChannel(MailReceiver receiver, OutputStream replies) {
        this.receiver = receiver;
        this.replies = replies;
    }

    /** Writes the reply, and tells the receiver of it if it is a refusal. */
    void give(SessionProgress progress, String command, Reply reply) throws IOException {
        if (!reply.isPositive()) {
            receiver.refused(progress.facts(), new Refusal(printable(command),
                    progress.transaction().map(MailTransaction::reversePath), reply));
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
