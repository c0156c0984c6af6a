package org.postern.identity;

/** Who a client says it is, before that is known: for counting failures, and for telling of them. */
final class ClaimedName {
    private static final int LONGEST = 256;

    private ClaimedName() {}

    /** {@return the name in the first response of this mechanism, control characters replaced; empty if it does not say} */
    static String of(String mechanism, String response) {
        String name = switch (mechanism) {
            case "PLAIN" -> between(response.substring(response.indexOf('\0') + 1), "", '\0');
            case "LOGIN" -> response;
            case "OAUTHBEARER" -> between(response, "a=", ',');
            case "XOAUTH2" -> between(response, "user=", '\u0001');
            case "EXTERNAL" -> response;
            default -> between(response, "n=", ',');
        };
        String bounded = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        return bounded.codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String between(String text, String label, char end) {
        int from = text.indexOf(label);
        if (from < 0) {
            return "";
        }
        int to = text.indexOf(end, from + label.length());
        return text.substring(from + label.length(), to < 0 ? text.length() : to);
    }
}
