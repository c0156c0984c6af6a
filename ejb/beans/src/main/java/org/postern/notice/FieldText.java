package org.postern.notice;

/** Fields, one behind the other, folded at spaces where there are any. */
final class FieldText {
    private static final int MAX_LINE = 76;
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
        for (String word : bounded.split(" ", -1)) {
            boolean full = text.length() - lineStart + 1 + word.length() > MAX_LINE && text.length() > lineStart;
            if (full && !word.isEmpty()) {
                text.append("\r\n");
                lineStart = text.length();
            }
            text.append(' ').append(plain(word));
        }
        text.append("\r\n");
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
