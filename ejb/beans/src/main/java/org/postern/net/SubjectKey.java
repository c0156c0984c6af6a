package org.postern.net;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.cert.CertificateEncodingException;

/** Finds the SubjectPublicKeyInfo of a certificate, to the octet as it was issued (RFC 5280, 4.1; RFC 7671, 4). */
final class SubjectKey {
    private static final int VERSION = 0xA0;
    /** Serial number, signature, issuer, validity and subject stand before it. */
    private static final int BEFORE = 5;
    private static final int LONG_FORM = 0x80;
    private static final int MOST_LENGTH_OCTETS = 3;

    private SubjectKey() {}

    /** {@return it, tag and length included, out of the part that is signed} */
    static byte[] of(byte[] signedPart) throws CertificateEncodingException {
        try {
            ByteBuffer der = ByteBuffer.wrap(signedPart);
            enter(der);
            if ((der.get(der.position()) & 0xFF) == VERSION) {
                next(der);
            }
            for (int i = 0; i < BEFORE; i++) {
                next(der);
            }
            return next(der);
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new CertificateEncodingException("its end comes too early", e);
        }
    }

    private static byte[] next(ByteBuffer der) throws CertificateEncodingException {
        int start = der.position();
        int length = enter(der);
        byte[] element = new byte[der.position() - start + length];
        der.get(start, element);
        der.position(start + element.length);
        return element;
    }

    /** Passes over tag and length; {@return the length}. */
    private static int enter(ByteBuffer der) throws CertificateEncodingException {
        der.get();
        int first = der.get() & 0xFF;
        if (first < LONG_FORM) {
            return first;
        }
        int octets = first - LONG_FORM;
        if (octets == 0 || octets > MOST_LENGTH_OCTETS) {
            throw new CertificateEncodingException("it is no DER");
        }
        int length = 0;
        for (int i = 0; i < octets; i++) {
            length = (length << 8) + (der.get() & 0xFF);
        }
        if (length > der.remaining()) {
            throw new CertificateEncodingException("it is cut short");
        }
        return length;
    }
}
