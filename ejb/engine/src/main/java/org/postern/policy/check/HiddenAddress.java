package org.postern.policy.check;

/**
 * An address within a local part, which an obliging server further on would follow (RFC 5321, 3.6 and 7.8):
 * {@code user%other.example}, {@code other.example!user}, or a quoted {@code "user@other.example"}. A percent or exclamation mark
 * that no domain name stands beside is an ordinary character.
 */
final class HiddenAddress {
    private HiddenAddress() {}

    static boolean isIn(String localPart) {
        boolean quoted = localPart.startsWith("\"");
        String text = quoted ? localPart.substring(1, localPart.length() - 1).replace("\\", "") : localPart;
        return text.indexOf('@') >= 0 || isDomain(text.substring(text.lastIndexOf('%') + 1), text)
                || isDomain(text.substring(0, Math.max(text.indexOf('!'), 0)), text);
    }

    /** {@return whether a part that is not all of the text looks like a domain with at least two labels, or a literal} */
    private static boolean isDomain(String part, String text) {
        if (part.isEmpty() || part.length() == text.length()) {
            return false;
        }
        boolean literal = part.startsWith("[") && part.endsWith("]");
        int dot = part.indexOf('.');
        boolean name = dot > 0 && part.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '.');
        return literal || name;
    }
}
