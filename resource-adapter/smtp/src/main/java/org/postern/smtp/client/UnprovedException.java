package org.postern.smtp.client;

import java.io.IOException;

/** The server has shown a certificate, and it does not do: asking again soon brings the same. */
public final class UnprovedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param reason what is wrong with the certificate, in a few words */
    public UnprovedException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
