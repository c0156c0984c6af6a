package org.postern.client;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses as SMTP has them in angle brackets (RFC 5321, 4.1.2; RFC 6531, 3.3), as far as it takes to know where one ends. What the gateway would still refuse, such as
 * a label that is too long, it says itself.
 */
final class Address {
    /** Octets of the longest path (RFC 5321, 4.5.3.1.3), without its brackets. */
    private static final int LONGEST = 254;
    private static final int SHOWN = 60;
    private static final String CONTROLS = "\\x00-\\x1F\\x7F-\\x9F";
    private static final String ATOM = "[^" + CONTROLS + " ()<>\\[\\]:;@\\\\,.\"]++";
    private static final String QUOTED = "\"(?:[^" + CONTROLS + "\"\\\\]|\\\\[^" + CONTROLS + "])*+\"";
    private static final String LABEL = "[^" + CONTROLS + " -,./:-@\\[-^`{-~]++";
    private static final String LITERAL = "\\[[0-9A-Za-z:.-]++\\]";
    private static final Pattern ADDRESS = Pattern
            .compile("(?:" + ATOM + "(?:\\." + ATOM + ")*+|" + QUOTED + ")@(?:" + LABEL
                    + "(?:\\." + LABEL + ")*+|" + LITERAL + ")");

    private Address() {}

    /** {@return what is wrong with an address} */
    static Optional<String> fault(String text) {
        boolean valid = end(text) == text.length() && !text.isEmpty() && isText(text)
                && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
        return valid ? Optional.empty() : Optional.of("not an address: " + shown(text));
    }

    /** {@return where the address ends that the text begins with; 0 if it begins with none} */
    static int end(String text) {
        Matcher matcher = ADDRESS.matcher(text.substring(0, Math.min(text.length(), LONGEST + 1)));
        return matcher.lookingAt() ? matcher.end() : 0;
    }

    /** {@return whether there is an octet for each of its characters, which half a surrogate pair has not} */
    static boolean isText(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    /** {@return what a log may hold of a text that may hold anything} */
    static String shown(String text) {
        String printable = text.replaceAll("[" + CONTROLS + "]", "?");
        return printable.length() > SHOWN ? printable.substring(0, SHOWN) + "…" : printable;
    }
}
