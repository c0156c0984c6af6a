package org.postern.notice;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Fields, one behind the other, folded at spaces where there are any. No line has more than 998 octets (RFC 5322, 2.1.1). */
final class FieldText {
    private static final int MAX_LINE = 76;
    /** Octets of the longest word; a longer one, which cannot be an address, is cut by a fold. */
    private static final int MAX_WORD = 900;
    /** The longest body; replies have bounds, many lines of them make a long field all the same. */
    private static final int MAX_BODY = 4000;

    private final StringBuilder text = new StringBuilder();

    void blankLine() {
        text.append("\r\n");
    }

    void field(String name, String body) {
        String bounded = body.substring(0, Math.min(body.length(), MAX_BODY)).stripTrailing();
        int lineStart = text.length();
        text.append(name).append(':');
        for (String word : words(bounded)) {
            boolean full = text.length() - lineStart + 1 + word.length() > MAX_LINE && text.length() > lineStart;
            if (full && !word.isEmpty()) {
                text.append("\r\n");
                lineStart = text.length();
            }
            text.append(' ').append(plain(word));
        }
        text.append("\r\n");
    }

    private static List<String> words(String body) {
        List<String> words = new ArrayList<>();
        for (String word : body.split(" ", -1)) {
            int start = 0;
            for (int end = cut(word, start); end < word.length(); end = cut(word, start)) {
                words.add(word.substring(start, end));
                start = end;
            }
            words.add(word.substring(start));
        }
        return words;
    }

    /** {@return where the piece that begins at {@code start} has to end; never within a character} */
    private static int cut(String word, int start) {
        int octets = 0;
        int end = start;
        while (end < word.length()) {
            String character = Character.toString(word.codePointAt(end));
            octets += character.getBytes(StandardCharsets.UTF_8).length;
            if (octets > MAX_WORD) {
                return end;
            }
            end += character.length();
        }
        return end;
    }

    /** No control character gets into a field, whatever a server has said. */
    private static String plain(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        word.chars().forEach(c -> plain.append(Character.isISOControl(c) ? '?' : (char) c));
        return plain.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
