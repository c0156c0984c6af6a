package org.postern.admin.people;

import org.postern.admin.access.Role;
import org.postern.mail.DomainSet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who may use the console, as administrators see them.
 *
 * @param domains those that they are limited to; empty for all
 * @param settled whether they have chosen a password
 * @param outside whether an OpenID provider vouches for them, so that they have no password here
 * @param created when they were added
 * @param changed when the password was set
 */
public record Person(String name, Role role, Optional<List<String>> domains, boolean settled, boolean outside,
        Instant created,
        Instant changed) {
    private static Optional<List<String>> limits(DomainSet domains) {
        return domains.isAll() ? Optional.empty() : Optional.of(domains.keys());
    }

    static Person of(ConsoleUser user) {
        return new Person(user.name(), user.role(), limits(user.remit().domains()), user.isSettled(),
                user.subject().isPresent(), user.created(),
                user.changed());
    }
}
