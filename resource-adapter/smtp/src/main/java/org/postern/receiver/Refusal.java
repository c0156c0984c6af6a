package org.postern.receiver;

import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.smtp.Reply;

import java.util.Optional;

/**
 * A 4xx or 5xx that a client was given, or a connection that was closed without a word, for the trace.
 *
 * @param command the command line that was refused, at most 512 characters, control characters replaced; {@link #CONNECT},
 *        {@link #CONTENT} or the like where there was none; what a client sends to prove who it is never stands here
 * @param reversePath of the transaction, when MAIL had been accepted
 * @param recipient the one that was refused, when it was one that could be understood; empty where the refusal is about none
 * @param reply what the client was told, but for the name of the session behind it; empty if it was told nothing
 * @param reason why, for people who run the server, such as the rule that decided, or the limit that was reached
 */
public record Refusal(String command, Optional<ReversePath> reversePath, Optional<Recipient> recipient,
        Optional<Reply> reply, Reason reason) {
    /** Stands for the command where the connection as such was refused. */
    public static final String CONNECT = "connect";
    /** Stands for the command where what came was the content of a message. */
    public static final String CONTENT = "content";

    /** {@return the same, with more to say of why} */
    public Refusal because(String more) {
        return new Refusal(command, reversePath, recipient, reply, reason.and(more));
    }
}
