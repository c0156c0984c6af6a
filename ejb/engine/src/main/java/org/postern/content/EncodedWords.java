package org.postern.content;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Decodes encoded words (RFC 2047) in one pass; what is none stays as it is. Neighbours of one charset are decoded together, as many cut a
 * character in two.
 */
public final class EncodedWords {
    private final String text;
    private final StringBuilder decoded;
    /** The octets of the last words, all of one charset. */
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private String charset = "";
    /** How far the text is decoded. */
    private int done;

    private EncodedWords(String text) {
        this.text = text;
        this.decoded = new StringBuilder(text.length());
    }

    /** {@return the text, decoded; words that begin behind {@value ContentLimits#ENCODED} characters stay as they are} */
    public static String decode(String text) {
        return text.contains("=?") ? new EncodedWords(text).all() : text;
    }

    private String all() {
        int start = text.indexOf("=?");
        while (start >= 0 && start < ContentLimits.ENCODED) {
            start = text.indexOf("=?", isWord(start) ? done : start + 2);
        }
        flush();
        return decoded.append(text, done, text.length()).toString();
    }

    /** {@return whether an encoded word starts here, which is taken then} */
    private boolean isWord(int start) {
        int encoding = text.indexOf('?', start + 2) + 1;
        if (encoding == 0 || encoding - start > ContentLimits.TOKEN || !isAt(encoding + 1, '?')) {
            return false;
        }
        int end = text.indexOf('?', encoding + 2);
        if (end < 0 || !isAt(end + 1, '=')) {
            return false;
        }
        boolean base64 = isAt(encoding, 'b') || isAt(encoding, 'B');
        if (!base64 && !isAt(encoding, 'q') && !isAt(encoding, 'Q')) {
            return false;
        }
        take(start, text.substring(start + 2, encoding - 1).toLowerCase(Locale.ROOT));
        byte[] octets = text.substring(encoding + 2, end).getBytes(StandardCharsets.ISO_8859_1);
        if (base64) {
            pending.writeBytes(Base64Octets.decode(octets));
        } else {
            unquote(octets);
        }
        done = end + 2;
        return true;
    }

    private boolean isAt(int index, char character) {
        return index < text.length() && text.charAt(index) == character;
    }

    /** Takes what stands before a word, unless that is white space between two of them. */
    private void take(int start, String name) {
        String before = text.substring(done, start);
        boolean between = done > 0 && before.isBlank();
        if (!between || !name.equals(charset)) {
            flush();
        }
        if (!between) {
            decoded.append(before);
        }
        charset = name;
    }

    private void flush() {
        decoded.append(pending.toString(Charsets.named(charset)));
        pending.reset();
    }

    /** The Q encoding (RFC 2047, 4.2). */
    private void unquote(byte[] octets) {
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] == '=' && i + 2 < octets.length) {
                int high = Character.digit(octets[i + 1], 16);
                int low = Character.digit(octets[i + 2], 16);
                if (high >= 0 && low >= 0) {
                    pending.write((high << 4) | low);
                    i += 2;
                    continue;
                }
            }
            pending.write(octets[i] == '_' ? ' ' : octets[i]);
        }
    }
}
