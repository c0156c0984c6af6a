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
