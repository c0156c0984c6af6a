package org.postern.smtp.wire;

import java.util.Optional;

/** What {@link DotDecoder} does, by the plainest means: strings, line by line. */
final class PlainDecoder {
    final StringBuilder content = new StringBuilder();
    final boolean ended;
    final int consumed;
    final Optional<Violation> violation;

    PlainDecoder(String octets) {
        int end = ("\r\n" + octets).indexOf("\r\n.\r\n");
        ended = end >= 0;
        consumed = ended ? end + 3 : octets.length();
        String text = ended ? octets.substring(0, consumed - 3) : octets;
        violation = violation(text);
        for (String line : text.splitWithDelimiters("\r\n", -1)) {
            content.append(line.startsWith(".") ? line.substring(1) : line);
        }
    }

    private static Optional<Violation> violation(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return Optional.of(Violation.NUL);
            }
            if (c == '\n' && (i == 0 || text.charAt(i - 1) != '\r')) {
                return Optional.of(Violation.BARE_LF);
            }
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) != '\n') {
                return Optional.of(Violation.BARE_CR);
            }
        }
        return Optional.empty();
    }
}
