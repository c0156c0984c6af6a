package org.postern.content;

import java.util.Map;
import java.util.Optional;

/** The character references of HTML that matter where words are looked for: numbers, and the few names that stand inside of words or part them. */
final class Entities {
    private static final int LONGEST = 10;
    private static final Map<String, String> NAMED = Map.ofEntries(Map.entry("amp", "&"), Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""), Map.entry("apos", "'"), Map.entry("nbsp", " "), Map.entry("shy", ""),
            Map.entry("zwnj", ""),
            Map.entry("zwj", ""), Map.entry("auml", "ä"), Map.entry("ouml", "ö"), Map.entry("uuml", "ü"),
            Map.entry("Auml", "Ä"),
            Map.entry("Ouml", "Ö"), Map.entry("Uuml", "Ü"), Map.entry("szlig", "ß"), Map.entry("eacute", "é"),
            Map.entry("egrave", "è"), Map.entry("agrave", "à"), Map.entry("ccedil", "ç"), Map.entry("ntilde", "ñ"));

    private Entities() {}

    /** {@return these characters, with what references stand for} */
    static String decode(String text, int from, int to) {
        int reference = text.indexOf('&', from, to);
        if (reference < 0) {
            return text.substring(from, to);
        }
        StringBuilder decoded = new StringBuilder(to - from);
        int at = from;
        while (reference >= 0) {
            decoded.append(text, at, reference);
            int end = end(text, reference + 1, to);
            Optional<String> meant = meant(text.substring(reference + 1, end));
            decoded.append(meant.orElse("&"));
            at = meant.isEmpty() ? reference + 1 : end < to && text.charAt(end) == ';' ? end + 1 : end;
            reference = text.indexOf('&', at, to);
        }
        return decoded.append(text, at, to).toString();
    }

    private static int end(String text, int from, int to) {
        int at = from;
        while (at < to && at - from < LONGEST
                && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '#')) {
            at++;
        }
        return at;
    }

    private static Optional<String> meant(String name) {
        if (!name.startsWith("#")) {
            return Optional.ofNullable(NAMED.get(name));
        }
        boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
        try {
            int point = Integer.parseInt(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
            return Character.isValidCodePoint(point) ? Optional.of(Character.toString(point)) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
