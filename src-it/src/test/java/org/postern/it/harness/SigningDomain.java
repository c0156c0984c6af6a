package org.postern.it.harness;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;

/** A stranger's domain that signs its mail by DKIM (RFC 6376), simply in header section and body, with RSA of 2048 bits. */
public final class SigningDomain {
    private final String domain;
    private final KeyPair keys;

    private SigningDomain(String domain, KeyPair keys) {
        this.domain = domain;
        this.keys = keys;
    }

    /** {@return the domain, its key in the DNS} */
    public static SigningDomain of(String domain, TestDns dns) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            SigningDomain signing = new SigningDomain(domain, generator.generateKeyPair());
            dns.txt("s1._domainkey." + domain, "v=DKIM1; k=rsa; p=" + base64(signing.keys.getPublic().getEncoded()));
            return signing;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * {@return the message with a signature on top}
     *
     * @param from the whole From field, without its line end; it alone is signed
     * @param rest the other fields, each with its line end
     * @param body with CRLF at its end, and no empty line before it
     */
    public byte[] sign(String from, String rest, String body) {
        try {
            String hash = base64(MessageDigest.getInstance("SHA-256").digest(octets(body)));
            String field = "DKIM-Signature: v=1; a=rsa-sha256; c=simple/simple; d=" + domain
                    + "; s=s1; h=From:From;\r\n\tbh=" + hash + ";\r\n\tb=";
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(octets(from + "\r\n" + field));
            return octets(field + base64(signature.sign()) + "\r\n" + from + "\r\n" + rest + "\r\n" + body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
