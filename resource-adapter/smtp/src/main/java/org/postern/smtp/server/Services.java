package org.postern.smtp.server;

import org.postern.smtp.wire.FutureRelease;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a session may offer beside taking mail. Each is off unless its surroundings can do it.
 *
 * @param startTls whether the driver can make a TLS handshake (RFC 3207)
 * @param xclient whether a client is trusted to say on whose behalf it comes; asked anew once it has said so
 * @param etrn whether mail that waits for a node is released when it asks (RFC 1985)
 * @param futureRelease how long a message may be held before it goes on (RFC 4865); offered in the role SUBMISSION alone
 */
public record Services(boolean startTls, Predicate<InetSocketAddress> xclient, boolean etrn,
        Optional<FutureRelease> futureRelease) {
    /** No more than mail. */
    public static final Services NONE = new Services(false, _ -> false, false, Optional.empty());

    public Services withStartTls(boolean offered) {
        return new Services(offered, xclient, etrn, futureRelease);
    }

    public Services withXclient(Predicate<InetSocketAddress> trusted) {
        return new Services(startTls, trusted, etrn, futureRelease);
    }

    public Services withEtrn(boolean offered) {
        return new Services(startTls, xclient, offered, futureRelease);
    }

    public Services withFutureRelease(FutureRelease limit) {
        return new Services(startTls, xclient, etrn, Optional.of(limit));
    }
}
