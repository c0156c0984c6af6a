package org.postern.admin.people;

import java.time.Instant;

/**
 * A browser in which somebody has logged in.
 *
 * @param hash what is known of the secret in its cookie: 64 hexadecimal digits
 * @param person who has logged in
 * @param client the network it came from
 * @param begun when they logged in
 * @param seen when they did something last, to a tenth of {@code http.session-idle}; that an open page looks for news does not count
 */
public record ConsoleSession(String hash, String person, String client, Instant begun, Instant seen) {
    /** {@return the same session, seen at another time} */
    ConsoleSession seenAt(Instant when) {
        return new ConsoleSession(hash, person, client, begun, when);
    }
}
