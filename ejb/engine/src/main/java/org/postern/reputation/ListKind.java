package org.postern.reputation;

/** What a list is of (RFC 5782, 2 and 3). */
public enum ListKind {
    /** Addresses of clients: a DNSBL or DNSWL. */
    ADDRESSES,
    /** Names of domains: a list of senders' domains, or of those in links. */
    DOMAINS
}
