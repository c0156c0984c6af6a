package org.postern.delivery;

import org.postern.delivery.tls.PublishedPolicy;
import org.postern.delivery.tls.TlsFault;

import java.util.Optional;

/** Hears how each session came about. Safe for many threads; returns at once and never fails. */
@FunctionalInterface
public interface TlsResults {
    /**
     * Counts one session, or one that did not come about.
     *
     * @param host the MX host; empty where none was asked
     * @param fault what was wrong with it; none: all was well
     */
    void count(PublishedPolicy policy, String host, Optional<TlsFault> fault);
}
