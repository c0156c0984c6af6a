package org.postern.receiver;

import org.postern.mail.ReversePath;
import org.postern.smtp.Reply;

import java.util.Optional;

/**
 * A 4xx or 5xx that a client was given, or a connection that was closed without a word, for the trace.
 *
 * @param command the command line that was refused, at most 512 characters, control characters replaced; {@link #CONNECT},
 *        {@link #CONTENT} or the like where there was none; what a client sends to prove who it is never stands here
 * @param reversePath of the transaction, when MAIL had been accepted
 * @param reply what the client was told, but for the name of the session behind it; empty if it was told nothing
 * @param reason why, for people who run the server, such as the limit that was reached; empty where the reply says it all
 */
public record Refusal(String command, Optional<ReversePath> reversePath, Optional<Reply> reply,
        Optional<String> reason) {
    /** Stands for the command where the connection as such was refused. */
    public static final String CONNECT = "connect";
    /** Stands for the command where what came was the content of a message. */
    public static final String CONTENT = "content";

    /** {@return the same, with more to say of why} */
    public Refusal because(String more) {
        return new Refusal(command, reversePath, reply, Optional.of(reason.map(r -> r + "; " + more).orElse(more)));
    }
}
