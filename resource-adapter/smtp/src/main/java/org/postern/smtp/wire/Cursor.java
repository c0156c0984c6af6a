package org.postern.smtp.wire;

import java.util.Optional;
import java.util.Set;

/**
 * A place in text that is read from left to right. Methods that read return whether they could; the first violation met is
 * kept.
 */
final class Cursor {
    /** What {@link #peek} gives behind the last character; no grammar of ours allows it. */
    static final char END = 0;
    private static final char FIRST_BEYOND_CONTROLS = 0xA0;

    private final String text;
    private final Set<Violation> tolerated;
    private final boolean international;
    private int at;
    private Optional<Violation> violation = Optional.empty();

    Cursor(String text, Set<Violation> tolerated) {
        this(text, tolerated, false);
    }

    /** @param international whether addresses beyond ASCII are read too (RFC 6531, 3.3) */
    Cursor(String text, Set<Violation> tolerated, boolean international) {
        this.text = text;
        this.tolerated = tolerated;
        this.international = international;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    void advance() {
        at++;
    }

    void advance(int characters) {
        at = Math.min(at + characters, text.length());
    }

    /** {@return whether a character beyond ASCII stands here that is read, neither a control character nor half a surrogate pair being one} */
    boolean isInternational() {
        return international && peek() >= FIRST_BEYOND_CONTROLS && !isHalf();
    }

    private boolean isHalf() {
        char here = text.charAt(at);
        return Character.isHighSurrogate(here)
                ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
                : Character.isLowSurrogate(here) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    /** {@return whether a character stands here that a label beyond ASCII may hold} */
    boolean isInternationalLetter() {
        return isInternational() && ULabel.allows(text.codePointAt(at));
    }

    /** Reads this character, or nothing. */
    boolean take(char expected) {
        if (peek() != expected) {
            return false;
        }
        at++;
        return true;
    }

    /** Reads this upper-case text in any case, or nothing. */
    boolean takeIgnoreCase(String expected) {
        if (text.length() - at < expected.length()) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if (Ascii.upper(text.charAt(at + i)) != expected.charAt(i)) {
                return false;
            }
        }
        at += expected.length();
        return true;
    }

    /** Reads a run of spaces, and tells how many. */
    int takeSpaces() {
        int start = at;
        while (peek() == ' ') {
            at++;
        }
        return at - start;
    }

    int position() {
        return at;
    }

    String since(int start) {
        return text.substring(start, at);
    }

    /** {@return octets since then, in UTF-8} */
    int octetsSince(int start) {
        int octets = 0;
        for (int i = start; i < at; i++) {
            char c = text.charAt(i);
            octets += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return octets;
    }

    String rest() {
        return text.substring(Math.min(at, text.length()));
    }

    /** Keeps the violation, and always returns false. */
    boolean fail(Violation met) {
        if (violation.isEmpty()) {
            violation = Optional.of(met);
        }
        return false;
    }

    /** Keeps the violation; {@code NON_ASCII_ADDRESS} in its place if that is what stands here. */
    boolean failAtCharacter(Violation met) {
        return fail(peek() > 127 ? Violation.NON_ASCII_ADDRESS : met);
    }

    boolean tolerates(Violation some) {
        return tolerated.contains(some);
    }

    /** {@return what stands in the way, after a method has returned false} */
    Violation violation() {
        return violation.orElseThrow();
    }
}
