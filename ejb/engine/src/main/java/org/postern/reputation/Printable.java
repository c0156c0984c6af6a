package org.postern.reputation;

/** A stranger's words as they may be shown. */
final class Printable {
    private Printable() {}

    /** {@return the first characters of a text; those that are not printable ASCII are {@code ?}} */
    static String of(String text, int longest) {
        StringBuilder printable = new StringBuilder(Math.min(text.length(), longest));
        for (int i = 0; i < text.length() && i < longest; i++) {
            char c = text.charAt(i);
            printable.append(c >= ' ' && c <= '~' ? c : '?');
        }
        return printable.toString();
    }
}
