package org.postern.admin.access;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of a long text is not in another one, which is the same but for a few places. */
final class Difference {
    private static final String SAME = " …";

    private Difference() {}

    /** {@return the parts of the text that the other one has not; what they have in common is left out} A part ends with a comma, a semicolon or a line. */
    static String of(String text, String other) {
        Set<String> known = parts(other).map(Difference::bare)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toSet());
        StringBuilder different = new StringBuilder();
        boolean wasKnown = false;
        for (String part : parts(text).toList()) {
            boolean isKnown = known.contains(bare(part));
            different.append(isKnown ? wasKnown ? "" : SAME : part);
            wasKnown = isKnown;
        }
        return different.toString().strip();
    }

    private static Stream<String> parts(String text) {
        return Arrays.stream(text.split("(?<=[,;\n])"));
    }

    private static String bare(String part) {
        return part.replaceAll("[,;\\s]+$", "").strip();
    }
}
