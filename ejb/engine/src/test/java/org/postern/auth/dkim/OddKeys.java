package org.postern.auth.dkim;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Base64;

/** RSA keys that nobody makes, as an RSAPublicKey (RFC 8017, A.1.1) in base64. */
final class OddKeys {
    private OddKeys() {}

    static String rsa(int bits, long exponent) {
        byte[] modulus = element(2,
                BigInteger.ONE.shiftLeft(bits - 1).add(BigInteger.TEN).add(BigInteger.ONE).toByteArray());
        byte[] e = element(2, BigInteger.valueOf(exponent).toByteArray());
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(modulus);
        both.writeBytes(e);
        return Base64.getEncoder().encodeToString(element(0x30, both.toByteArray()));
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length > 0xff) {
            out.write(0x82);
            out.write(content.length >> 8);
        } else if (content.length > 0x7f) {
            out.write(0x81);
        }
        out.write(content.length & 0xff);
        out.writeBytes(content);
        return out.toByteArray();
    }
}
