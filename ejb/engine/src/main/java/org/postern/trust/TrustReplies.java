package org.postern.trust;

import org.postern.smtp.Reply;

/** What a client hears whose message is not believed. The text never tells what would have been believed. */
public final class TrustReplies {
    /** The domain of the reverse-path does not let this client send (RFC 7372, 3.2). */
    public static final Reply SPF_FAILED = Reply.of(550, "5.7.23",
            "The domain of the sender does not let you send in its name");
    /** Neither SPF nor DKIM speak for the author's domain (RFC 7372, 3.4; RFC 9989). */
    public static final Reply DMARC_FAILED = Reply.of(550, "5.7.26",
            "The domain in From does not let you send in its name");
    /** Too much speaks against it. */
    public static final Reply SCORE_TOO_HIGH = Reply.of(550, "5.7.1", "Message refused");

    /** People of ours do not want it. */
    public static final Reply BLOCKED = Reply.of(550, "5.7.1", "Message refused");
    /** Lists in the DNS say so; which, its people can find out there (RFC 3463, 3.8). */
    public static final Reply CLIENT_LISTED = Reply.of(550, "5.7.1",
            "The address you connect from is on lists of those who send unwanted mail");

    /** Who does not wait for the greeting is no mail server (RFC 5321, 4.3.1). */
    public static final Reply TOO_EARLY = Reply.of(554, "5.5.1", "You spoke before you were greeted");

    /** A scanner wants to see it a second time. */
    public static final Reply COME_AGAIN = Reply.of(451, "4.7.1", "The message cannot be judged now, try again later");

    /** Whoever is honest comes again (RFC 6647, 5). */
    public static final Reply GREYLISTED = Reply.of(451, "4.7.1", "Greylisted, try again in some minutes");

    private TrustReplies() {}
}
