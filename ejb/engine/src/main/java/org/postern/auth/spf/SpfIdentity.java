package org.postern.auth.spf;

/** Whose right to send is looked at (RFC 7208, 2.3 and 2.4). */
public enum SpfIdentity {
    /** The name that the client gave itself by EHLO or HELO. */
    HELO("helo"),
    /** The sender that MAIL named; the null reverse-path stands for the postmaster of the HELO name. */
    MAIL_FROM("mailfrom");

    private final String word;

    SpfIdentity(String word) {
        this.word = word;
    }

    /** {@return the word for it in header fields (RFC 7208, 9.1)} */
    public String word() {
        return word;
    }
}
