package org.postern.smtp.server;

import org.postern.mail.ReversePath;
import org.postern.smtp.Reply;
import org.postern.smtp.wire.ReplyEncoder;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** The way back to the client. Each refusal that takes it is told to the receiver too. */
final class ReplyChannel {
    private static final int MAX_COMMAND = 512;

    private final MailReceiver receiver;
    private final OutputStream replies;

    ReplyChannel(MailReceiver receiver, OutputStream replies) {
        this.receiver = receiver;
        this.replies = replies;
    }

    void write(Reply reply) throws IOException {
        replies.write(ReplyEncoder.encode(reply));
    }

    void tellIfRefused(SessionFacts facts, String command, Optional<ReversePath> reversePath, Reply reply) {
        if (!reply.isPositive()) {
            receiver.refused(facts, new Refusal(printable(command), reversePath, reply));
        }
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
