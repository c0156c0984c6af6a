package org.postern.queue;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What kind of "later" was said last, as far as its words tell (RFC 3463): how soon it is worth asking again depends on it. */
public enum DeferralKind {
    /** Nobody was reached, or the session broke off (X.4.X). */
    NETWORK,
    /** A server does not know us yet, and wants us to come back. */
    GREYLISTED,
    /** The mailbox is full (X.2.2). */
    FULL,
    /** A rule of the other side, or TLS (X.7.X). */
    POLICY,
    /** Nothing was said, because there was no use in asking: other messages had found out. */
    NOT_TRIED,
    /** Anything else. */
    OTHER;

    /** What the words of a reply begin with that says so. */
    public static final String NOT_TRIED_TEXT = "not tried: ";

    private static final Pattern REPLY = Pattern.compile("(\\d{3})[ -](?:([245])\\.(\\d{1,3})\\.(\\d{1,3})\\b)?.*",
            Pattern.DOTALL);

    /** {@return the kind of a reply, written as code, status and text} */
    public static DeferralKind of(String reply) {
        String text = reply.toLowerCase(Locale.ROOT);
        if (text.startsWith("451 4.4.1 " + NOT_TRIED_TEXT)) {
            return NOT_TRIED;
        }
        if (text.contains("greylist") || text.contains("graylist")) {
            return GREYLISTED;
        }
        Matcher parts = REPLY.matcher(reply);
        if (!parts.matches() || parts.group(3) == null) {
            return OTHER;
        }
        return switch (parts.group(3)) {
            case "4" -> NETWORK;
            case "2" -> parts.group(4).equals("2") ? FULL : OTHER;
            case "7" -> POLICY;
            default -> OTHER;
        };
    }

    /**
     * {@return the kind of a reply, knowing how often was asked} At the first contact, 451 and X.7.1 are what servers say that
     * greylist without naming it.
     *
     * @param attempts including the one that got the reply
     */
    public static DeferralKind of(String reply, int attempts) {
        DeferralKind kind = of(reply);
        boolean first = attempts <= 1 && (kind == POLICY || kind == OTHER);
        return first && (reply.startsWith("451") || reply.startsWith(" 4.7.1", 3)) ? GREYLISTED : kind;
    }
}
