package org.postern.admin.people;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Caller;
import org.postern.config.ConsoleSettings;
import org.postern.config.Settings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The way into the console and out of it: a name and a password for a session, which all nodes know. */
@Singleton
public class Entrance {
    /** The most sessions of one person; the one that was begun first makes room. */
    public static final int MOST = 20;
    private static final int MOST_REMEMBERED = 1000;
    /** Of the time after which somebody is logged out, what they do is noted so many times. */
    private static final int NOTED = 10;

    private final ConsoleUsers users;
    private final ConsoleSessions sessions;
    private final PasswordHashes hashes;
    private final OwnDeeds deeds;
    private final InstantSource clock;
    private final Duration idle;
    private final Duration longest;
    private final Map<String, ConsoleSessions.Known> remembered = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ConsoleSessions.Known> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    @Inject
    Entrance(ConsoleUsers users, ConsoleSessions sessions, PasswordHashes hashes, OwnDeeds deeds, Settings settings,
            InstantSource clock) {
        this.users = users;
        this.sessions = sessions;
        this.hashes = hashes;
        this.deeds = deeds;
        this.idle = settings.get(ConsoleSettings.SESSION_IDLE);
        this.longest = settings.get(ConsoleSettings.SESSION_LONGEST);
        this.clock = clock;
    }

    /** {@return the secret of a new session; empty if name and password are not those of somebody, which takes as long for any name} */
    public Optional<String> enter(String name, String password, String client) {
        Optional<ConsoleUser> user = users.find(name).filter(ConsoleUser::isSettled);
        if (!hashes.verify(password, user.map(ConsoleUser::passwordHash).orElseGet(hashes::nobodys))) {
            return Optional.empty();
        }
        return user.flatMap(one -> begin(one, client));
    }

    private Optional<String> begin(ConsoleUser user, String client) {
        Instant now = clock.instant();
        String secret = Secret.make();
        ConsoleSession session = new ConsoleSession(Secret.hash(secret), user.name(), client, now, now);
        sessions.forget(now.minus(idle), now.minus(longest));
        boolean begun = deeds.keep(user, "logged in", "from " + client,
                () -> sessions.add(session, user.passwordHash(), MOST));
        return Optional.of(secret).filter(any -> begun);
    }

    /** {@return whoever has this session, in the role that they have at this moment; while the database is away, as they were known last} */
    public Optional<Caller> caller(String secret) {
        return known(Secret.hash(secret)).map(known -> new Caller(known.person().name(), known.person().role()));
    }

    private Optional<ConsoleSessions.Known> known(String hash) {
        Optional<ConsoleSessions.Known> known;
        try {
            known = sessions.known(hash);
            remember(hash, known);
        } catch (RuntimeException databaseIsAway) {
            known = remembered(hash);
            if (known.isEmpty()) {
                throw databaseIsAway;
            }
        }
        Instant now = clock.instant();
        return known.filter(one -> one.session().seen().plus(idle).isAfter(now)
                && one.session().begun().plus(longest).isAfter(now));
    }

    private synchronized void remember(String hash, Optional<ConsoleSessions.Known> known) {
        known.ifPresentOrElse(one -> remembered.put(hash, one), () -> remembered.remove(hash));
    }

    private synchronized Optional<ConsoleSessions.Known> remembered(String hash) {
        return Optional.ofNullable(remembered.get(hash));
    }

    /** Notes that the person did something, not oftener than is needed. */
    public void saw(String secret) {
        String hash = Secret.hash(secret);
        Instant now = clock.instant();
        if (remembered(hash).filter(known -> known.session().seen().plus(idle.dividedBy(NOTED)).isBefore(now))
                .isPresent()) {
            sessions.saw(hash, now);
        }
    }

    /** Ends the session. */
    public void leave(String secret) {
        sessions.end(Secret.hash(secret));
    }

    /** {@return what was wrong; empty if the password is changed, which ends the person's other sessions and links} */
    public Optional<String> changePassword(String name, String present, String wanted, String secret) {
        Optional<ConsoleUser> user = users.find(name).filter(u -> hashes.verify(present, u.passwordHash()));
        if (user.isEmpty()) {
            return Optional.of("The present password is not right.");
        }
        return PasswordRules.faultOf(wanted, name).or(() -> change(user.get(), hashes.hash(wanted), secret));
    }

    private Optional<String> change(ConsoleUser user, String hash, String secret) {
        boolean changed = deeds.keep(user, "password changed", "", () -> {
            if (!users.changePassword(user.name(), user.passwordHash(), hash, clock.instant())) {
                return false;
            }
            users.endLink(user.name());
            sessions.endOthers(user.name(), Secret.hash(secret));
            return true;
        });
        return changed ? Optional.empty() : Optional.of("The password has changed meanwhile.");
    }
}
