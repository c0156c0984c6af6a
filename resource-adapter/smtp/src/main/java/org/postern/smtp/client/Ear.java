package org.postern.smtp.client;

/** Hears a dialogue, line by line as it goes on, without a secret in it. Called by the thread that speaks; returns at once and never fails. */
public interface Ear {
    /** We said it. */
    void said(String line);

    /** The server said it: a stranger's words, of which a part may be left out. */
    void heard(String line);

    /** From here on this protects the connection. */
    void secured(TlsSession session);
}
