package org.postern.policy;

import org.postern.smtp.Reply;

/** What a client hears from the rules. The text never tells which rule it was beyond what the client knows itself. */
public final class PolicyReplies {
    /** The recipient is not ours, and neither is the client. */
    public static final Reply RELAYING_DENIED = Reply.of(550, "5.7.1", "Relaying denied");
    /** The domain is ours, the mailbox does not exist. */
    public static final Reply NO_SUCH_MAILBOX = Reply.of(550, "5.1.1", "No such mailbox here");
    /** More Received fields than any honest way has (RFC 5321, 6.3). */
    public static final Reply LOOP = Reply.of(554, "5.4.6", "Too many hops, the message is in a loop");
    /** A rule on the header refuses the message. */
    public static final Reply MESSAGE_REFUSED = Reply.of(550, "5.7.1", "Message refused");
    /** The client's address has no name that leads back to it (RFC 7372, 3.3). */
    public static final Reply NO_CLIENT_NAME = Reply.of(550, "5.7.25",
            "The address you connect from has no name that leads back to it");
    /** The name in EHLO or HELO does not exist. */
    public static final Reply NO_SUCH_HELO_NAME = Reply.of(550, "5.7.1", "The name you present does not exist");
    /** The DNS does not say, now. */
    public static final Reply DNS_SILENT = Reply.of(451, "4.4.3", "The DNS does not answer, try again later");

    private PolicyReplies() {}
}
