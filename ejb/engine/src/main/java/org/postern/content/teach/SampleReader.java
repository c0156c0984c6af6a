package org.postern.content.teach;

import org.postern.content.MessageReader;
import org.postern.content.PassedOctets;
import org.postern.content.ReadMessage;
import org.postern.content.learn.Label;
import org.postern.content.learn.MessageFeatures;
import org.postern.content.learn.Sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Makes a sample of a message. Its key is a digest of subject and body without line ends: the same message has the same key by whatever way it came and
 * wherever it was kept.
 */
public final class SampleReader {

    private SampleReader() {}

    /**
     * {@return the sample}
     *
     * @param content of the message; read to its end, and not closed
     * @throws IOException when it cannot be read, and for no other reason
     */
    public static Sample read(InputStream content, Label label, Instant taught) throws IOException {
        MessageDigest digest = sha256();
        ReadMessage message = MessageReader.read(new Body(content, digest));
        digest.update(message.first("Subject").strip().getBytes(StandardCharsets.UTF_8));
        return new Sample(HexFormat.of().formatHex(digest.digest()), label, taught, MessageFeatures.of(message));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    /** A message whose octets behind the header section are put into a digest as they are read, CR and LF left out. */
    private static final class Body extends PassedOctets {
        private final MessageDigest digest;
        private boolean header = true;
        private boolean lineBegins = true;

        private Body(InputStream content, MessageDigest digest) {
            super(content);
            this.digest = digest;
        }

        @Override
        protected void passed(byte[] octets, int offset, int length) {
            int from = offset;
            for (int i = offset; i < offset + length; i++) {
                boolean lineEnd = octets[i] == '\n';
                if (lineEnd || octets[i] == '\r') {
                    digested(octets, from, i);
                    from = i + 1;
                }
                header &= !(lineEnd && lineBegins);
                lineBegins = lineEnd || (lineBegins && octets[i] == '\r');
            }
            digested(octets, from, offset + length);
        }

        private void digested(byte[] octets, int from, int to) {
            if (!header && to > from) {
                digest.update(octets, from, to - from);
            }
        }
    }
}
