package org.postern.routing;

import org.postern.mail.Mailbox;

import java.util.Optional;

/** Reverse-paths of our own for mail that is forwarded to other domains. */
@FunctionalInterface
public interface Forwarding {
    /** {@return the path of this sender's mail, by which what comes back finds him; empty where there can be none} */
    Optional<Mailbox> path(Mailbox sender);
}
