package org.postern.web.api;

import java.util.Locale;

/** What can be wrong, each with its status. */
public enum ProblemKind {
    /** Something in the request is not as it has to be; {@code errors} may name it. */
    NOT_VALID(400, "The request is not valid"),
    /** No token, or none that is good. */
    NOT_AUTHORIZED(401, "A token is needed"),
    /** The token is good, its role is not enough. */
    NOT_ALLOWED(403, "Not for this role"),
    /** There is nothing of this name. */
    NOT_FOUND(404, "There is no such thing"),
    /** The thing knows no such method. */
    NO_SUCH_METHOD(405, "It knows no such method"),
    /** Only JSON is spoken here. */
    NOT_ACCEPTABLE(406, "The answer is JSON"),
    /** As things are, it cannot be done. */
    CONFLICT(409, "It cannot be done as things are"),
    /** The body is larger than one may be. */
    TOO_LARGE(413, "The body is too large"),
    /** The body is no JSON by its type. */
    NOT_JSON(415, "The body has to be JSON"),
    /** The key stands for another request already. */
    KEY_REUSED(422, "The Idempotency-Key stands for another request"),
    /** Later. */
    TOO_MANY(429, "Too many"),
    /** The gateway has failed to do it; its log says why. */
    UNEXPECTED(500, "The gateway has failed to do it"),
    /** A store does not answer; nothing may have been done. */
    UNAVAILABLE(503, "A store does not answer");

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** {@return the status of HTTP} */
    public int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** {@return a name for programs to go by, which stays} */
    String type() {
        return "urn:postern:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
