package org.postern.admin.people;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Act;
import org.postern.admin.access.Caller;
import org.postern.config.ConsoleSettings;
import org.postern.config.Settings;
import org.postern.limit.BusyException;
import org.postern.limit.Counters;
import org.postern.limit.InMemoryCounters;
import org.postern.sentence.Sentence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.Optional;

/** The way into the console and out of it: a name and a password for a session, which all nodes know. */
@Singleton
public class Entrance {
    /** The most sessions of one person; the one that was begun first makes room. */
    public static final int MOST = 20;
    /** Of the time after which somebody is logged out, what they do is noted so many times. */
    private static final int NOTED = 10;
    private static final int MOST_GUESSES = 5;
    private static final int MOST_KEPT = 1000;
    private static final int MOST_COMPLAINTS = 20;
    static final Duration NEXT_TURN = Duration.ofSeconds(2);
    private static final Duration HOUR = Duration.ofHours(1);

    static final Sentence.Form FROM = Sentence.form("auditLoginFromX", "from {0}");
    private static final Sentence.Form AFTER_FAILURES = Sentence.form("auditLoginAfterXFailures",
            "after {0} attempts that failed");
    private static final Sentence.Form TOO_OFTEN = Sentence.form("tooManyAttempts",
            "Too many attempts. Try again in {0,number,#} s.");
    private static final Sentence NOT_RIGHT = Sentence
            .form("presentPasswordWrong", "The present password is not right.")
            .with();
    private static final Sentence CHANGED = Sentence
            .form("passwordChangedMeanwhile", "The password has changed meanwhile.")
            .with();

    private final ConsoleUsers users;
    private final ConsoleSessions sessions;
    private final RememberedSessions remembered;
    private final LoginThrottle throttle;
    private final PasswordHashes hashes;
    private final OwnDeeds deeds;
    private final InstantSource clock;
    private final Settings settings;
    private final Vouching vouching;
    private final Counters guesses;
    private final Counters complaints;

    @Inject
    Entrance(ConsoleUsers users, ConsoleSessions sessions, RememberedSessions remembered, LoginThrottle throttle,
            PasswordHashes hashes, OwnDeeds deeds, Settings settings, InstantSource clock) {
        this.users = users;
        this.sessions = sessions;
        this.remembered = remembered;
        this.throttle = throttle;
        this.hashes = hashes;
        this.deeds = deeds;
        this.settings = settings;
        this.clock = clock;
        this.vouching = new Vouching(settings, clock);
        this.guesses = new InMemoryCounters(clock, MOST_KEPT);
        this.complaints = new InMemoryCounters(clock, 1);
    }

    private Duration idle() {
        return settings.get(ConsoleSettings.SESSION_IDLE);
    }

    private Duration longest() {
        return settings.get(ConsoleSettings.SESSION_LONGEST);
    }

    /** {@return what comes of it; to find out that name and password are not those of somebody takes as long for any name} */
    public Entry enter(String name, String password, Whence from) {
        LoginThrottle.Attempt attempt = throttle.attempt(from, name);
        if (attempt.hasToWait().isPresent()) {
            return new Entry.Later(attempt.hasToWait().get());
        }
        try {
            return judged(attempt, () -> enter(name, password, from, attempt.failedBefore()))
                    .<Entry>map(Entry.In::new)
                    .orElseGet(Entry.Wrong::new);
        } catch (BusyException busy) {
            return new Entry.Later(NEXT_TURN);
        }
    }

    /** {@return what comes of an attempt; one that nobody could judge is none} */
    private <T> Optional<T> judged(LoginThrottle.Attempt attempt, Supplier<Optional<T>> judgement) {
        Optional<T> result;
        try {
            result = judgement.get();
        } catch (RuntimeException notNow) {
            attempt.withdraw();
            if (!(notNow instanceof BusyException) && complaints.add("", 1, HOUR) <= MOST_COMPLAINTS) {
                PeopleLog.LOG.notJudged(String.valueOf(notNow.getMessage()));
            }
            throw notNow;
        }
        result.ifPresentOrElse(any -> attempt.succeeded(), attempt::failed);
        return result;
    }

    private Optional<String> enter(String name, String password, Whence from, long failed) {
        Optional<ConsoleUser> user = Optional.of(name)
                .filter(ConsoleUser::isName)
                .flatMap(users::find)
                .filter(ConsoleUser::isSettled);
        if (!hashes.verify(password, user.map(ConsoleUser::passwordHash).orElseGet(hashes::nobodys))) {
            return Optional.empty();
        }
        Sentence where = FROM.with(from.network());
        Sentence how = failed == 0
                ? where
                : Sentence.joined(", ", List.of(where, AFTER_FAILURES.with(Long.toString(failed))));
        return user.flatMap(one -> begin(one, from.network(), how));
    }

    /** {@return the secret of a new session; empty if they have another password meanwhile, or have gone} */
    Optional<String> begin(ConsoleUser user, String client, Sentence how) {
        Instant now = clock.instant();
        String secret = Secret.make();
        ConsoleSession session = new ConsoleSession(Secret.hash(secret), user.name(), client, now, now);
        sessions.forget(now.minus(idle()), now.minus(longest()));
        boolean begun = deeds.keep(user, "logged in", how, () -> sessions.add(session, user.passwordHash(), MOST));
        return Optional.of(secret).filter(any -> begun);
    }

    /** {@return whoever has this session, in the role that they have at this moment; while the database is away, as they were known last} */
    public Optional<Caller> caller(String secret) {
        return known(Secret.hash(secret))
                .map(known -> new Caller(known.person().name(), known.person().role()).with(known.person().remit()));
    }

    private Optional<ConsoleSessions.Known> known(String hash) {
        Instant now = clock.instant();
        return read(hash).filter(one -> vouching.counts(one.person()) && one.session().seen().plus(idle()).isAfter(now)
                && one.session().begun().plus(longest()).isAfter(now));
    }

    private Optional<ConsoleSessions.Known> read(String hash) {
        Optional<ConsoleSessions.Known> known;
        try {
            known = sessions.known(hash);
        } catch (RuntimeException databaseIsAway) {
            return Optional.of(remembered.find(hash).orElseThrow(() -> databaseIsAway));
        }
        known.ifPresentOrElse(remembered::put, () -> remembered.end(hash));
        return known;
    }

    /** Notes that the person did something, not oftener than is needed; while the database is away, on this node alone. */
    public void saw(String secret) {
        String hash = Secret.hash(secret);
        Instant now = clock.instant();
        if (remembered.find(hash)
                .filter(known -> known.session().seen().plus(idle().dividedBy(NOTED)).isBefore(now))
                .isEmpty()) {
            return;
        }
        remembered.saw(hash, now);
        try {
            sessions.saw(hash, now);
        } catch (RuntimeException databaseIsAway) {
            PeopleLog.LOG.notNoted(String.valueOf(databaseIsAway.getMessage()));
        }
    }

    /** Ends the session: on this node at once, also while the database is away. */
    public void leave(String secret) {
        String hash = Secret.hash(secret);
        remembered.end(hash);
        sessions.known(hash)
                .ifPresent(known -> deeds.keep(known.person(), "logged out", Act.NOTHING, () -> sessions.end(hash)));
    }

    /**
     * {@return what was wrong; empty if the password is changed, which ends the person's other sessions and links} Who guesses is slowed down as at the
     * login, and after {@value #MOST_GUESSES} guesses in an hour no longer in.
     */
    public Optional<Sentence> changePassword(String name, String present, String wanted, String secret, Whence from) {
        LoginThrottle.Attempt attempt = throttle.attempt(from, name);
        if (attempt.hasToWait().isPresent()) {
            return attempt.hasToWait().map(Entrance::tooOften);
        }
        try {
            Optional<ConsoleUser> user = judged(attempt,
                    () -> users.find(name).filter(one -> hashes.verify(present, one.passwordHash())));
            return user.isEmpty()
                    ? Optional.of(guessed(secret))
                    : PasswordRules.faultOf(wanted, name).or(() -> change(user.get(), hashes.hash(wanted), secret));
        } catch (BusyException busy) {
            return Optional.of(busy.sentence());
        }
    }

    /** {@return in a sentence how long somebody has to wait} */
    public static Sentence tooOften(Duration wait) {
        return TOO_OFTEN.with(wait.plusSeconds(1).toSeconds());
    }

    private Sentence guessed(String secret) {
        if (guesses.add(Secret.hash(secret), 1, HOUR) >= MOST_GUESSES) {
            leave(secret);
        }
        return NOT_RIGHT;
    }

    private Optional<Sentence> change(ConsoleUser user, String hash, String secret) {
        boolean changed = deeds.keep(user, "password changed", Act.NOTHING, () -> {
            if (!users.changePassword(user.name(), user.passwordHash(), hash, clock.instant())) {
                return false;
            }
            users.endLink(user.name());
            remembered.endAllOf(user.name());
            sessions.endOthers(user.name(), Secret.hash(secret));
            return true;
        });
        return changed ? Optional.empty() : Optional.of(CHANGED);
    }
}
