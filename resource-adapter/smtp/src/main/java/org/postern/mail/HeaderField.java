package org.postern.mail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One field of a {@link HeaderSection} (RFC 5322, 2.2), as its octets stand there, folding and last line end among them. */
public final class HeaderField {
    private final byte[] section;
    private final int start;
    private final int colon;
    private final int end;

    HeaderField(byte[] section, int start, int colon, int end) {
        this.section = section;
        this.start = start;
        this.colon = colon;
        this.end = end;
    }

    /** {@return the name as it is written, printable ASCII, without the white space before its colon} */
    public String name() {
        int last = colon;
        while (isWhite(section[last - 1])) {
            last--;
        }
        return new String(section, start, last - start, StandardCharsets.US_ASCII);
    }

    /** {@return whether this is the field's name, whatever the case} */
    public boolean isNamed(String name) {
        int last = start + name.length();
        if (last > colon) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (lower(section[start + i]) != lower(name.charAt(i))) {
                return false;
            }
        }
        return last == colon || isWhite(section[last]);
    }

    /** {@return the body, read as UTF-8, unfolded, without white space at its ends} */
    public String body() {
        String folded = new String(section, colon + 1, end - colon - 1, StandardCharsets.UTF_8);
        return folded.replace("\r", "").replace("\n", "").strip();
    }

    /** {@return a copy of all octets: name, colon, body with its folding, and the line end, if there is one} */
    public byte[] octets() {
        return Arrays.copyOfRange(section, start, end);
    }

    /** {@return the number of octets} */
    public int length() {
        return end - start;
    }

    private static boolean isWhite(byte octet) {
        return octet == ' ' || octet == '\t';
    }

    private static int lower(int c) {
        return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    }
}
