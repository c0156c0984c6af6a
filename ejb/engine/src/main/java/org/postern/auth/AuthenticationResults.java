package org.postern.auth;

import org.postern.mail.Domain;

import java.util.List;

/**
 * The field that tells the next reader what was found (RFC 8601, 2.2; RFC 8616, 5). Whatever the values are, the field stays one field:
 * what the grammar does not allow bare is quoted, and nothing in it can end a line.
 *
 * @param server who says so, the authserv-id; written as A-labels
 * @param results at most {@value #MOST_RESULTS}, more are left out; none: nothing was looked at
 */
public record AuthenticationResults(Domain server, List<MethodResult> results) {
    /** The name of the field. */
    public static final String NAME = "Authentication-Results";
    /** The most results in one field. */
    public static final int MOST_RESULTS = 40;
    private static final String NO_TOKEN = "()<>@,;:\\\"/[]?=";
    private static final String ATEXT = "!#$%&'*+-/=?^_`{|}~";

    public AuthenticationResults {
        results = results.stream().limit(MOST_RESULTS).toList();
    }

    /**
     * {@return the whole field with its line end, folded at 78 characters where there is a place for it, no line longer than 998 octets}
     *
     * @param international whether the message may have header fields beyond ASCII (RFC 6532); otherwise such characters are replaced
     */
    public String field(boolean international) {
        FoldedText text = new FoldedText(NAME + ": " + server.key());
        if (results.isEmpty()) {
            text.append("; none");
        }
        for (MethodResult result : results) {
            text.append("; " + result.method() + "=" + result.result().word());
            result.reason().ifPresent(reason -> text.append(" reason=" + quoted(plain(reason, international))));
            for (Property property : result.properties()) {
                text.append(" " + property.type() + "." + property.name() + "="
                        + value(plain(property.value(), international)));
            }
        }
        return text.end();
    }

    private static String plain(String text, boolean international) {
        return international
                ? text
                : text.codePoints()
                        .collect(StringBuilder::new,
                                (plain, c) -> plain.appendCodePoint(c < 128 ? c : '?'), StringBuilder::append)
                        .toString();
    }

    private static String value(String text) {
        return isToken(text) || isAddress(text) ? text : quoted(text);
    }

    /** RFC 2045, 5.1. */
    private static boolean isToken(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 127 && NO_TOKEN.indexOf(c) < 0);
    }

    /** A domain, or an address whose local part needs no quotes; the local part may be missing, as in {@code header.i}. */
    private static boolean isAddress(String text) {
        int at = text.lastIndexOf('@');
        return isDotted(text.substring(at + 1), "-_") && (at <= 0 || isDotted(text.substring(0, at), ATEXT));
    }

    private static boolean isDotted(String text, String more) {
        boolean good = !text.isEmpty() && !text.startsWith(".") && !text.endsWith(".") && !text.contains("..");
        return good && text.codePoints()
                .allMatch(c -> c == '.' || more.indexOf(c) >= 0
                        || (c < 128 ? Character.isLetterOrDigit(c) : Character.isLetterOrDigit(c) || isMark(c)));
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
