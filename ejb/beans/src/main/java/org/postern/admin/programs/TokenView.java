package org.postern.admin.programs;

import org.postern.admin.access.Role;
import org.postern.mail.DomainSet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A token as administrators see it, who never see its secret again.
 *
 * @param name of the program
 * @param domains those that it is limited to; empty for all
 * @param by who has made it
 * @param expires from when on it is of no use
 * @param used when it was used last, to a minute; empty if it was not
 */
public record TokenView(String name, Role role, Optional<List<String>> domains, Instant created, String by,
        Instant expires, Optional<Instant> used) {
    private static Optional<List<String>> limits(DomainSet domains) {
        return domains.isAll() ? Optional.empty() : Optional.of(domains.keys());
    }

    static TokenView of(ApiToken token) {
        return new TokenView(token.name(), token.remit().role(), limits(token.remit().domains()), token.created(),
                token.by(), token.expires(), token.used());
    }
}
