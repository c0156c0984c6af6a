package org.postern.reputation;

/** What a list is of (RFC 5782, 2 and 3). */
public enum ListKind {
    /** Addresses of clients: a DNSBL or DNSWL. */
    ADDRESSES,
    /** Names of domains that send, or let send. */
    DOMAINS,
    /** Names of domains that links lead to, and addresses: a URIBL. */
    LINKS
}
