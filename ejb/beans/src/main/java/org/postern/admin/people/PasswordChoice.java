package org.postern.admin.people;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.limit.BusyException;
import org.postern.sentence.Sentence;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Lets who has a link choose a password, once, before its time is over. */
@Singleton
public class PasswordChoice {
    private static final Sentence BY_A_LINK = Sentence.form("auditLoginByALink", "by a link").with();
    private static final Sentence OVER = Sentence.form("linkOver", "This link was used already, or its time is over.")
            .with();

    private final ConsoleUsers users;
    private final ConsoleSessions sessions;
    private final RememberedSessions remembered;
    private final PasswordHashes hashes;
    private final OwnDeeds deeds;
    private final InstantSource clock;

    @Inject
    PasswordChoice(ConsoleUsers users, ConsoleSessions sessions, RememberedSessions remembered, PasswordHashes hashes,
            OwnDeeds deeds, InstantSource clock) {
        this.users = users;
        this.sessions = sessions;
        this.remembered = remembered;
        this.hashes = hashes;
        this.deeds = deeds;
        this.clock = clock;
    }

    /** {@return whose link this is; empty if it is of no use} */
    public Optional<String> person(String secret) {
        return user(secret).map(ConsoleUser::name);
    }

    private Optional<ConsoleUser> user(String secret) {
        return users.link(Secret.hash(secret))
                .filter(link -> clock.instant().isBefore(link.expires()))
                .flatMap(link -> users.find(link.person()));
    }

    /** {@return what is wrong; empty if the password is set, which uses the link up and ends all sessions of the person} */
    public Optional<Sentence> choose(String secret, String password) {
        Optional<ConsoleUser> user = user(secret);
        if (user.isEmpty()) {
            return Optional.of(OVER);
        }
        try {
            return PasswordRules.faultOf(password, user.get().name())
                    .or(() -> chosen(user.get(), secret, hashes.hash(password)));
        } catch (BusyException busy) {
            return Optional.of(busy.sentence());
        }
    }

    private Optional<Sentence> chosen(ConsoleUser user, String secret, String hash) {
        boolean chosen = deeds.keep(user, "password chosen", BY_A_LINK,
                () -> set(user.name(), Secret.hash(secret), hash));
        return chosen ? Optional.empty() : Optional.of(OVER);
    }

    private boolean set(String name, String link, String hash) {
        Instant now = clock.instant();
        boolean set = users.lock(name)
                .filter(user -> users.useLink(link, now))
                .filter(user -> users.changePassword(name, user.passwordHash(), hash, now))
                .isPresent();
        if (set) {
            remembered.endAllOf(name);
            sessions.endOthers(name, "");
        }
        return set;
    }
}
