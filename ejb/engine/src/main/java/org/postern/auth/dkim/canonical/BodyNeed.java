package org.postern.auth.dkim.canonical;

/**
 * A hash of the body that somebody needs, always by SHA-256 (RFC 8301, 3.1).
 *
 * @param canonicalization of the body
 * @param limit how many octets of the canonical body are hashed at most (RFC 6376, 3.4.5)
 */
public record BodyNeed(Canonicalization canonicalization, long limit) {
    /** No limit. */
    public static final long ALL = Long.MAX_VALUE;

    /** {@return the need of a hash of the whole body} */
    public static BodyNeed whole(Canonicalization canonicalization) {
        return new BodyNeed(canonicalization, ALL);
    }
}
