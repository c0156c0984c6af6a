package org.postern.it.harness;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/** Content to send. The same arguments give the same octets. */
public final class SampleMail {
    private static final int LINE = 57;

    private SampleMail() {}

    /** {@return a short message with this subject} */
    public static byte[] about(String subject) {
        return octets("""
                From: Sender <sender@client.example>
                To: Recipient <recipient@test.example>
                Subject: %s
                Message-ID: <%s@client.example>

                One line of text.
                """.formatted(subject, subject.replace(' ', '.')));
    }

    /** {@return a message of about {@code octets} octets with this subject} */
    public static byte[] about(String subject, int octets) {
        byte[] start = about(subject);
        StringBuilder content = new StringBuilder(new String(start, StandardCharsets.ISO_8859_1));
        while (content.length() < octets) {
            content.append("The same line again, until the message is as large as it has to be.\r\n");
        }
        return content.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** {@return a MIME message with an attachment of this many octets, and with all that a careless relay would change} */
    public static byte[] withAttachment(String subject, int octets) {
        byte[] attachment = new byte[octets];
        new Random(octets).nextBytes(attachment);
        return octets("""
                X-Odd:    spaces   stay\t
                received: lower case, not a trace field of ours
                SUBJECT: %s
                DKIM-Signature: v=1; a=rsa-sha256; d=client.example;
                \tb=folded
                \t  twice
                From: =?utf-8?q?J=C3=BCrgen?= <sender@client.example>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=part

                a preamble that nobody shows
                --part
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                Grüße
                .
                ..two dots lead this line
                a line with a space at its end\s
                --part
                Content-Type: application/octet-stream
                Content-Transfer-Encoding: base64

                %s
                --part--
                """.formatted(subject,
                Base64.getMimeEncoder(LINE / 3 * 4, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(attachment)));
    }

    private static byte[] octets(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
