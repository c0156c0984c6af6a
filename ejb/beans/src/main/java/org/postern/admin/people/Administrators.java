package org.postern.admin.people;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Role;
import org.postern.limit.BusyException;
import org.postern.sentence.Sentence;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The first start: the first administrator is made with a token that only who can read the data folder knows. */
@Singleton
public class Administrators {
    private static final Sentence WITH_TOKEN = Sentence
            .form("auditLoginWithSetupToken", "with the token in the data folder")
            .with();
    private static final Sentence NO_TOKEN = Sentence.form("setupTokenWrong",
            "The token is not valid. Take it from the file setup-token in the data folder.").with();
    private static final Sentence SOMEBODY = Sentence.form("administratorThere", "There is an administrator already.")
            .with();

    private final ConsoleUsers users;
    private final SetupToken token;
    private final PasswordHashes hashes;
    private final OwnDeeds deeds;
    private final InstantSource clock;

    @Inject
    Administrators(ConsoleUsers users, SetupToken token, PasswordHashes hashes, OwnDeeds deeds, InstantSource clock) {
        this.users = users;
        this.token = token;
        this.hashes = hashes;
        this.deeds = deeds;
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
    public Optional<Sentence> makeFirst(String tokenText, String name, String password) {
        if (!isToken(tokenText)) {
            return Optional.of(NO_TOKEN);
        }
        if (!ConsoleUser.isName(name)) {
            return Optional.of(ConsoleUser.NAME_FAULT);
        }
        Optional<Sentence> fault = PasswordRules.faultOf(password, name);
        if (fault.isPresent()) {
            return fault;
        }
        try {
            return make(name, hashes.hash(password));
        } catch (BusyException busy) {
            return Optional.of(busy.sentence());
        }
    }

    private Optional<Sentence> make(String name, String hash) {
        Instant now = clock.instant();
        ConsoleUser first = new ConsoleUser(name, hash, Role.ADMINISTRATOR, now, now);
        if (!deeds.keep(first, "first administrator made", WITH_TOKEN,
                () -> users.addFirst(first))) {
            return Optional.of(SOMEBODY);
        }
        token.end();
        return Optional.empty();
    }
}
