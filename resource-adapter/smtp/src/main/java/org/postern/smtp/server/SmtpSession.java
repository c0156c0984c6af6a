package org.postern.smtp.server;

import org.postern.smtp.Reply;

import java.io.IOException;
import java.io.OutputStream;

/**
 * One SMTP session, from the greeting to its end, without input or output: its driver hands in the octets that arrive, and the
 * replies go to a stream. Used by one thread at a time.
 *
 * <p>{@code IOException} comes from the reply stream alone and means that the client cannot be answered any more; the driver
 * then calls {@link #lost}. The stream is flushed when all octets handed in are consumed, so that replies to pipelined
 * commands travel together (RFC 2920, 3.2).
 */
public final class SmtpSession {
    /** What the driver does next. */
    public enum State {
        /** Read on. */
        OPEN,
        /** Close the connection; everything due has been written. */
        CLOSE
    }

    /** What the session waits for; each has its time-out (RFC 5321, 4.5.3.2). */
    public enum Stage {
        /** The next command: 5 minutes. */
        COMMAND,
        /** The next octets of a message: 3 minutes. */
        DATA
    }

    private final SessionFacts facts;
    private final MailReceiver receiver;
    private final OutputStream replies;
    private boolean ended;

    public SmtpSession(SessionSettings settings, SessionFacts facts, MailReceiver receiver, ContentStore contents,
            OutputStream replies) {
        this.facts = facts;
        this.receiver = receiver;
        this.replies = replies;
    }

    /** Asks {@link MailReceiver#connect} and writes the greeting, or the refusal in its place. */
    public State open() throws IOException {
        receiver.connect(facts);
        replies.flush();
        return State.OPEN;
    }

    /**
     * Consumes all these octets, calls the receiver, and writes the replies due. The array may be reused after the return.
     */
    public State receive(byte[] octets, int offset, int length) throws IOException {
        replies.flush();
        return State.OPEN;
    }

    /** Ends the session with this reply, a 421, at a time-out or a shutdown. An unfinished message is discarded. */
    public State end(Reply reply) throws IOException {
        replies.flush();
        return State.CLOSE;
    }

    /** The client is gone. An unfinished message is discarded; nothing is written. */
    public void lost() {
        ended = true;
    }

    /** {@return whether content is arriving, which a graceful shutdown waits for} */
    public boolean inMessage() {
        return ended;
    }

    /** {@return what the session waits for} */
    public Stage stage() {
        return ended ? Stage.DATA : Stage.COMMAND;
    }

    /** {@return what is known of the session now} */
    public SessionFacts facts() {
        return facts;
    }
}
