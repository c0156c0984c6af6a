package org.postern.net.scan;

/** What others have written, as it may be repeated. */
final class Words {
    private Words() {}

    /** {@return the beginning of a text, at most so many characters, what is no printable ASCII as question marks} */
    static String printable(String text, int longest) {
        StringBuilder printable = new StringBuilder(Math.min(text.length(), longest));
        text.chars().limit(longest).forEach(c -> printable.append(c >= ' ' && c < 127 ? (char) c : '?'));
        return printable.toString();
    }
}
