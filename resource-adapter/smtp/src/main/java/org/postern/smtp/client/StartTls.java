package org.postern.smtp.client;

/** When a session is to be protected by TLS (RFC 3207), which the {@link Transport} then brings about. */
public enum StartTls {
    /** Not even if the server offers it. */
    NEVER,
    /** If the server offers it and does not refuse it after all. */
    IF_OFFERED,
    /** Without it there is no session. */
    ALWAYS
}
