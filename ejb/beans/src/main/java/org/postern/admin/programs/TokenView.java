package org.postern.admin.programs;

import org.postern.admin.access.Role;

import java.time.Instant;
import java.util.Optional;

/**
 * A token as administrators see it, who never see its secret again.
 *
 * @param name of the program
 * @param by who has made it
 * @param expires from when on it is of no use
 * @param used when it was used last, to a minute; empty if it was not
 */
public record TokenView(String name, Role role, Instant created, String by, Instant expires, Optional<Instant> used) {
    static TokenView of(ApiToken token) {
        return new TokenView(token.name(), token.role(), token.created(), token.by(), token.expires(), token.used());
    }
}
