package org.postern.it.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.postern.auth.dkim.Algorithm;
import org.postern.auth.dkim.DkimKeyPair;
import org.postern.auth.dkim.DkimSigner;
import org.postern.auth.dkim.SigningKey;
import org.postern.auth.dkim.canonical.BodyHasher;
import org.postern.it.harness.TestDns;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.HeaderSection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** An honest sender's mail: signed with RSA of 2048 bits, its domain with SPF, DKIM and DMARC in the DNS, its client with a name. */
final class SignedMail {
    static final String CLIENT = "127.0.0.1";
    private static final String SELECTOR = "s1";

    private final DkimKeyPair keys = DkimKeyPair.generate(Algorithm.RSA_SHA256);

    /** Publishes what a receiver asks for. */
    void publish(String domain, TestDns dns) {
        dns.txt(domain, "v=spf1 ip4:127.0.0.0/8 -all")
                .txt("_dmarc." + domain, "v=DMARC1; p=reject")
                .txt(keyName(domain), keys.published().text())
                .mx(domain, 10, "mail." + domain)
                .a("mail." + domain, CLIENT);
    }

    private static String keyName(String domain) {
        return SELECTOR + "._domainkey." + domain;
    }

    /** {@return the name and the text of the record with the key, on one line} */
    String key(String domain) {
        return keyName(domain) + " " + keys.published().text();
    }

    /** {@return a message of about so many octets from {@code sender@domain}, signed} */
    byte[] from(String domain, int octets) throws IOException {
        StringBuilder text = new StringBuilder(
                "From: Sender <sender@" + domain + ">\r\nTo: <recipient@test.example>\r\n"
                        + "Subject: The figures of the quarter\r\nDate: Sat, 28 Nov 2026 10:00:00 +0000\r\n"
                        + "Message-ID: <1@" + domain + ">\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n");
        while (text.length() < octets) {
            text.append("As agreed last week, the figures of the quarter are with this, line ")
                    .append(text.length())
                    .append(".\r\n");
        }
        byte[] unsigned = text.toString().getBytes(US_ASCII);
        HeaderSection header = HeaderSection.of(Content.of(unsigned));
        BodyHasher hasher = BodyHasher.of(header, List.of(DkimSigner.NEED));
        hasher.update(unsigned, 0, unsigned.length);
        SigningKey key = new SigningKey(new Domain(domain), new Domain(SELECTOR), Algorithm.RSA_SHA256,
                keys.privateKey());
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.write(new DkimSigner(Instant::now).sign(header, hasher.end(), List.of(key)).orElseThrow());
        signed.write(unsigned);
        return signed.toByteArray();
    }
}
