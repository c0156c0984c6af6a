package org.postern.admin.people;

import org.postern.admin.access.Role;

import java.time.Instant;

/**
 * Somebody who may use the console.
 *
 * @param name what is typed at the login; at most 64 characters
 * @param passwordHash bcrypt in modular crypt form, never shown, never logged; empty until they have chosen a password
 * @param role what they may do
 * @param created when they were added
 * @param changed when the password was set
 */
public record ConsoleUser(String name, String passwordHash, Role role, Instant created, Instant changed) {
    /** {@return the same user with another password} */
    public ConsoleUser with(String otherHash, Instant when) {
        return new ConsoleUser(name, otherHash, role, created, when);
    }

    /** {@return the same user in another role} */
    public ConsoleUser as(Role other) {
        return new ConsoleUser(name, passwordHash, other, created, changed);
    }

    /** {@return whether they have chosen a password} */
    public boolean isSettled() {
        return !passwordHash.isEmpty();
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return role.word() + " " + name;
    }
}
