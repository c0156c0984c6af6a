package org.postern.identity;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What a client says that logs in by a token.
 *
 * @param user who it wants to be; empty if it did not say
 * @param token as it came; empty if there was none
 */
record BearerRequest(String user, String token) {
    private static final String SEPARATOR = "\u0001";
    private static final String SCHEME = "bearer ";
    private static final String USER = "user=";

    /** {@return the request in the first response of this mechanism; empty if it is not one} */
    static Optional<BearerRequest> in(String mechanism, byte[] response) {
        String message = new String(response, StandardCharsets.UTF_8);
        return mechanism.equals("XOAUTH2") ? xoauth2(message) : oauthbearer(message);
    }

    /** A GS2 header without channel binding, then keys with their values (RFC 7628, 3.1). */
    private static Optional<BearerRequest> oauthbearer(String message) {
        String[] parts = message.split(",", 3);
        boolean known = parts.length == 3 && (parts[0].equals("n") || parts[0].equals("y"))
                && (parts[1].isEmpty() || parts[1].startsWith("a=")) && parts[2].startsWith(SEPARATOR);
        return known
                ? Optional.of(new BearerRequest(unescaped(parts[1]), token(parts[2])))
                : Optional.empty();
    }

    private static String unescaped(String authorizationIdentity) {
        return authorizationIdentity.isEmpty()
                ? ""
                : authorizationIdentity.substring(2).replace("=2C", ",").replace("=3D", "=");
    }

    private static Optional<BearerRequest> xoauth2(String message) {
        int end = message.indexOf(SEPARATOR);
        return message.startsWith(USER) && end > 0
                ? Optional.of(new BearerRequest(message.substring(USER.length(), end), token(message.substring(end))))
                : Optional.empty();
    }

    private static String token(String pairs) {
        for (String pair : pairs.split(SEPARATOR, -1)) {
            if (pair.startsWith("auth=")) {
                String value = pair.substring("auth=".length());
                return value.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                        ? value.substring(SCHEME.length()).strip()
                        : "";
            }
        }
        return "";
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "a token of " + user;
    }
}
