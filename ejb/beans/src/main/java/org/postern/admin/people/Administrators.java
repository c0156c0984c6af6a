package org.postern.admin.people;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who may use the console: the first administrator is made with a token that only who can read the data folder knows. */
@Singleton
public class Administrators {
    /** The shortest password. */
    public static final int SHORTEST = 10;
    /** The longest, in octets of UTF-8: bcrypt does not look at more. */
    public static final int LONGEST = 72;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    private final ConsoleUsers users;
    private final SetupToken token;
    private final PasswordHashes hashes;
    private final InstantSource clock;

    @Inject
    Administrators(ConsoleUsers users, SetupToken token, PasswordHashes hashes, InstantSource clock) {
        this.users = users;
        this.token = token;
        this.hashes = hashes;
        this.clock = clock;
    }

    /** {@return whether there is nobody yet, so that the token can be used} */
    public boolean isNobodyThere() {
        return users.isEmpty();
    }

    /** {@return whether this is the token, which can still be used} */
    public boolean isToken(String text) {
        return users.isEmpty() && token.matches(text);
    }

    /** {@return what was wrong; empty if the administrator was made, which ends the token} */
    public Optional<String> makeFirst(String tokenText, String name, String password) {
        if (!isToken(tokenText)) {
            return Optional.of("The token is not valid. Take it from the file setup-token in the data folder.");
        }
        if (!NAME.matcher(name).matches()) {
            return Optional.of("A name has up to 64 letters, digits or . _ @ -, and starts with a letter or digit.");
        }
        Optional<String> fault = faultOf(password);
        if (fault.isPresent()) {
            return fault;
        }
        Instant now = clock.instant();
        if (!users.addFirst(new ConsoleUser(name, hashes.hash(password), ConsoleUser.ADMINISTRATOR, now, now))) {
            return Optional.of("There is an administrator already.");
        }
        token.end();
        return Optional.empty();
    }

    /** {@return what was wrong; empty if the password is changed} */
    public Optional<String> changePassword(String name, String present, String wanted) {
        Optional<ConsoleUser> user = users.find(name).filter(u -> hashes.verify(present, u.passwordHash()));
        if (user.isEmpty()) {
            return Optional.of("The present password is not right.");
        }
        Optional<String> fault = faultOf(wanted);
        if (fault.isEmpty()) {
            users.replace(user.get().with(hashes.hash(wanted), clock.instant()));
        }
        return fault;
    }

    private static Optional<String> faultOf(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("A password has at least " + SHORTEST + " characters.");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.of("A password has at most " + LONGEST + " octets.");
        }
        return Optional.empty();
    }
}
