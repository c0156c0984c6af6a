package org.postern.admin.people;

import java.time.Instant;

/**
 * Somebody who may use the console.
 *
 * @param name what is typed at the login; at most 64 characters
 * @param passwordHash bcrypt in modular crypt form; never shown, never logged
 * @param role what they may do
 * @param created when they were added
 * @param changed when the password was set
 */
public record ConsoleUser(String name, String passwordHash, String role, Instant created, Instant changed) {
    /** Everything. */
    public static final String ADMINISTRATOR = "administrator";

    /** {@return the same user with another password} */
    public ConsoleUser with(String otherHash, Instant when) {
        return new ConsoleUser(name, otherHash, role, created, when);
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return role + " " + name;
    }
}
