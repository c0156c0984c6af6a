package org.postern.admin.people;

import org.postern.admin.access.Remit;
import org.postern.admin.access.Role;
import org.postern.sentence.Sentence;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody who may use the console.
 *
 * @param name what is typed at the login; at most 64 characters
 * @param passwordHash bcrypt in modular crypt form, never shown, never logged; empty until they have chosen a password
 * @param remit what they may do, and for which domains
 * @param created when they were added
 * @param changed when the password was set; of who is vouched for, when that was last
 * @param subject who it is for the OpenID provider who vouches for them; empty for who has a password here, or chooses one
 */
public record ConsoleUser(String name, String passwordHash, Remit remit, Instant created, Instant changed,
        Optional<String> subject) {
    static final Sentence NAME_FAULT = Sentence.form("noPersonsName",
            "A name has up to 64 letters, digits or . _ @ -, and starts with a letter or digit.").with();
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    /** {@return whether somebody may be called so} Whatever else a stranger writes is nobody's name, and no database is asked about it. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Somebody who is not limited to some domains. */
    public ConsoleUser(String name, String passwordHash, Role role, Instant created, Instant changed) {
        this(name, passwordHash, Remit.of(role), created, changed, Optional.empty());
    }

    /** Somebody who has a password here, or chooses one. */
    public ConsoleUser(String name, String passwordHash, Remit remit, Instant created, Instant changed) {
        this(name, passwordHash, remit, created, changed, Optional.empty());
    }

    /** {@return what they may do} */
    public Role role() {
        return remit.role();
    }

    /** {@return whether they have chosen a password} */
    public boolean isSettled() {
        return !passwordHash.isEmpty();
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return remit.words() + " " + name;
    }
}
