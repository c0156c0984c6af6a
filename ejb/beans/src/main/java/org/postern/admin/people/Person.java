package org.postern.admin.people;

import org.postern.admin.access.Role;

import java.time.Instant;

/**
 * Somebody who may use the console, as administrators see them.
 *
 * @param settled whether they have chosen a password
 * @param created when they were added
 * @param changed when the password was set
 */
public record Person(String name, Role role, boolean settled, Instant created, Instant changed) {
    static Person of(ConsoleUser user) {
        return new Person(user.name(), user.role(), user.isSettled(), user.created(), user.changed());
    }
}
