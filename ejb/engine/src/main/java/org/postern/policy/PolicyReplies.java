package org.postern.policy;

import org.postern.smtp.Reply;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client hears from the rules. The text never tells which rule it was beyond what the client knows itself. */
public final class PolicyReplies {
    /** A return path takes reports, which have the null reverse-path (RFC 5321, 4.5.5). */
    public static final Reply REPORTS_ALONE = Reply.of(550, "5.7.1", "Nothing but reports is taken here");
    /** The recipient is not ours, and neither is the client. */
    public static final Reply RELAYING_DENIED = Reply.of(550, "5.7.1", "Relaying denied");
    /** The domain is ours, the mailbox does not exist. */
    public static final Reply NO_SUCH_MAILBOX = Reply.of(550, "5.1.1", "No such mailbox here");
    /** So much waits for it that nobody has read (RFC 3463, 3.3). */
    public static final Reply MAILBOX_FULL = Reply.of(452, "4.2.2",
            "The mailbox is full, nobody reads it, try again later");
    /** Larger than the mailbox takes (RFC 3463, 3.3). */
    public static final Reply TOO_LARGE_FOR_MAILBOX = Reply.of(552, "5.2.3",
            "The message is too large for this mailbox");
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

    /** LMTP is for systems of the site alone. */
    public static final Reply NOT_FOR_YOU = Reply.of(554, "5.7.1", "Not for this client");
    /** The user may not use this reverse-path. */
    public static final Reply NOT_YOUR_ADDRESS = Reply.of(550, "5.7.1", "Not an address that you may send as");
    /** A user's message has not one From (RFC 5322, 3.6), or its header section cannot be understood. */
    public static final Reply NO_FROM = Reply.of(550, "5.6.0",
            "One From is needed, in a header section of nothing but fields");
    /** The user may not use an address in From, or From cannot be understood. */
    public static final Reply NOT_YOUR_FROM = Reply.of(550, "5.7.1",
            "From holds an address that you may not send as, or none that can be understood");
    /** More in a minute than is let pass. Ends the session. */
    public static final Reply TOO_MANY_CONNECTIONS = Reply.of(421, "4.7.0",
            "Too many connections from your network in a short time, try again later");
    /** More in a minute than is let pass. Ends the session. */
    public static final Reply TOO_MANY_COMMANDS = Reply.of(421, "4.7.0",
            "Too many commands from your network in a short time, try again later");
    /** More in a minute than is let pass. */
    public static final Reply TOO_MANY_MESSAGES = Reply.of(450, "4.7.1",
            "Too many messages from you in a short time, try again later");
    /** More in an hour than is let pass. */
    public static final Reply TOO_MANY_RECIPIENTS = Reply.of(452, "4.5.3",
            "Too many recipients from you in a short time, try again later");

    /** There are no lists. */
    public static final Reply NO_SUCH_LIST = Reply.of(550, "5.1.1", "No such list here");
    /** ETRN is for clients that have our confidence (RFC 1985, 5.3). */
    public static final Reply MAY_NOT_RELEASE = Reply.of(550, "5.7.1", "Not for this client");
    /** The node's name is no domain. */
    public static final Reply NO_SUCH_NODE = Reply.of(501, "5.5.4", "Name a domain, or @ and a domain");
    /** Nothing waits for the node (RFC 1985, 5.3). */
    public static final Reply NOTHING_WAITS = Reply.of(251, "2.0.0", "No messages waiting for this node");

    /** The application that has to be asked does not answer (RFC 3463, 3.5). */
    public static final Reply NO_ANSWER = Reply.of(451, "4.3.0", "Cannot be decided now, try again later");

    private static final Pattern CODED = Pattern.compile("(5[0-9]{2}) (5\\.[0-9]{1,3}\\.[0-9]{1,3}) (.+)");

    private PolicyReplies() {}

    /** {@return the reply of a route that refuses in words of its own: it may begin with a code, and a status after it} */
    public static Reply refusedByRoute(String text) {
        Matcher coded = CODED.matcher(text);
        return coded.matches()
                ? Reply.of(Integer.parseInt(coded.group(1)), coded.group(2), coded.group(3))
                : Reply.of(550, "5.7.1", text);
    }

    /** {@return the refusal of a recipient, in an application's own words if it has some} */
    public static Reply noSuchMailbox(String words) {
        return words.isEmpty() ? NO_SUCH_MAILBOX : Reply.of(550, "5.1.1", words);
    }

    /** {@return the refusal of a message, in an application's own words if it has some} */
    public static Reply messageRefused(String words) {
        return words.isEmpty() ? MESSAGE_REFUSED : Reply.of(550, "5.7.1", words);
    }

    /** {@return what sends a client away for now, in an application's own words if it has some} */
    public static Reply comeAgain(String words) {
        return words.isEmpty() ? NO_ANSWER : Reply.of(451, "4.3.0", words);
    }

    /** {@return 253: so many messages are on their way (RFC 1985, 5.3)} */
    public static Reply released(int messages) {
        return Reply.of(253, "2.0.0", messages + " pending messages started");
    }
}
