package org.postern.auth.dmarc;

/** How what was authenticated stands to the author's domain (RFC 9989, 4.4). */
public enum Alignment {
    ALIGNED,
    /** Something was authenticated, but nothing of the author's. */
    UNALIGNED,
    /** Nothing was authenticated. */
    NONE,
    /** The DNS does not say now what would decide it. */
    UNKNOWN
}
