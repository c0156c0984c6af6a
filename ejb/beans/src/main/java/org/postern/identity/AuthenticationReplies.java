package org.postern.identity;

import org.postern.smtp.Replies;
import org.postern.smtp.Reply;

/** What a client hears that could not prove who it is. Nothing tells whether there is such a user. */
final class AuthenticationReplies {
    /** No such user, wrong password, or not allowed: which of these, nobody learns (RFC 4954, 6). */
    static final Reply NOT_PROVED = Replies.AUTHENTICATION_FAILED;
    /** Too many failures before this one. */
    static final Reply LOCKED = Reply.of(454, "4.7.0", "Too many failed authentications, try again later");
    /** Whoever knows the users does not answer. */
    static final Reply UNKNOWN_NOW = Replies.CANNOT_AUTHENTICATE_NOW;

    private AuthenticationReplies() {}
}
