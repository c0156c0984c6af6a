package org.postern.smtp.server;

import org.postern.mail.ReversePath;
import org.postern.smtp.Reply;

import java.util.Optional;

/**
 * A 4xx or 5xx that a client was given, for the trace.
 *
 * @param command the command line that was refused, at most 512 characters, control characters replaced; {@code connect} or
 *        {@code content} where there was none; what a client sends to prove who it is never stands here
 * @param reversePath of the transaction, when MAIL had been accepted
 * @param reply what the client was told, but for the name of the session behind it
 */
public record Refusal(String command, Optional<ReversePath> reversePath, Reply reply) {}
