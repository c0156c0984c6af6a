package org.postern.smtp.client;

import org.postern.smtp.Reply;

/** What became of one recipient in one transaction. */
public sealed interface Outcome {
    /**
     * The server took responsibility for the message to this recipient.
     *
     * @param reply a 2xx to the final dot
     */
    record Accepted(Reply reply) implements Outcome {}

    /**
     * The server was asked, and not given anything: it would have taken the recipient.
     *
     * @param reply a 2xx to RCPT
     */
    record Willing(Reply reply) implements Outcome {}

    /**
     * The server said no. It does not have the message.
     *
     * @param step the command that the reply answers
     * @param reply a 4xx or 5xx
     */
    record Refused(Step step, Reply reply) implements Outcome {}

    /**
     * The message cannot be handed to this server, and was not: it lacks an extension that the message needs.
     *
     * @param reply a 5xx in our own words
     */
    record Unfit(Reply reply) implements Outcome {}

    /**
     * The connection broke, or the server spoke no SMTP, before the content was complete. It does not have the message.
     *
     * @param step the step that was not answered
     * @param reason what happened, in a few words
     */
    record Lost(Step step, String reason) implements Outcome {}

    /**
     * The server was so slow with the recipients before this one that it was not asked any more. It does not have the message.
     */
    record Unasked() implements Outcome {}

    /**
     * The final dot was sent, its reply never came (RFC 1047). The server may have the message; trying again may duplicate it,
     * not trying again may lose it.
     *
     * @param reason what happened, in a few words
     */
    record InDoubt(String reason) implements Outcome {}
}
