package org.postern.auth.dkim.canonical;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one hash of DKIM (RFC 8301, 3.1). */
public final class Sha256 {
    private Sha256() {}

    /** {@return a new digest} */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** {@return the hash of what was given to a digest until now; it can be given more} */
    static byte[] soFar(MessageDigest digest) {
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's digests can be cloned", e);
        }
    }
}
