package org.postern.admin.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.postern.admin.access.AuditInMemory;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Remit;
import org.postern.admin.access.Role;
import org.postern.config.ConsoleSettings;
import org.postern.config.Settings;
import org.postern.limit.BusyException;
import org.postern.sentence.Sentence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class EntranceTest {
    private static final Whence HOME = new Whence("192.0.2.1", "192.0.2.0/24");
    private static final String PASSWORD = "correct horse battery";
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final PeopleInMemory people = new PeopleInMemory();
    private final RememberedSessions remembered = new RememberedSessions();
    private final List<String> verified = new ArrayList<>();
    private Runnable meanwhile = () -> {
    };
    private final PasswordHashes hashes = new PasswordHashes() {
        @Override
        String hash(String password) {
            meanwhile.run();
            return of(password);
        }

        @Override
        boolean verify(String password, String hash) {
            verified.add(hash);
            meanwhile.run();
            return hash.equals(of(password));
        }
    };
    private final AuditInMemory audit = new AuditInMemory();
    private final Entrance entrance = new Entrance(people, people, remembered, new LoginThrottle(people, () -> now),
            hashes, new OwnDeeds(audit, () -> now), new Settings(ConsoleSettings.ALL, Map.of()), () -> now);

    private static String of(String password) {
        return "hash of " + password;
    }

    EntranceTest() {
        people.add(new ConsoleUser("alice", of(PASSWORD), Role.OPERATOR, now, now));
        people.add(new ConsoleUser("unsettled", "", Role.OPERATOR, now, now));
    }

    private String enter() {
        return attempt("alice", PASSWORD) instanceof Entry.In(String secret) ? secret : "";
    }

    private Entry attempt(String name, String password) {
        return entrance.enter(name, password, HOME);
    }

    private Optional<String> change(String present, String secret) {
        return entrance.changePassword("alice", present, "another horse altogether", secret, HOME)
                .map(Sentence::toString);
    }

    @Test
    void whoHasThePasswordGetsASessionInTheirRole() {
        String secret = enter();
        assertThat(entrance.caller(secret)).contains(new Caller("alice", Role.OPERATOR));
        assertThat(entrance.caller("guessed")).isEmpty();
        assertThat(people.latest(10)).noneMatch(session -> session.hash().contains(secret));
    }

    @Test
    void anUnknownNameIsAsMuchWorkAsAKnownOne() {
        for (String name : List.of("alice", "nobody", "unsettled", "alice\0", "x".repeat(10_000))) {
            verified.clear();
            assertThat(attempt(name, "wrong")).isEqualTo(new Entry.Wrong());
            assertThat(verified).hasSize(1).noneMatch(String::isEmpty);
        }
    }

    @Test
    void whatIsTakenFromAPersonIsTakenAtOnce() {
        String secret = enter();
        people.changeRemit("alice", Remit.of(Role.AUDITOR));
        assertThat(entrance.caller(secret)).contains(new Caller("alice", Role.AUDITOR));
        people.remove("alice");
        assertThat(entrance.caller(secret)).isEmpty();
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() {
        String here = enter();
        String there = enter();
        assertThat(change(PASSWORD, here)).isEmpty();
        assertThat(entrance.caller(here)).isPresent();
        assertThat(entrance.caller(there)).isEmpty();
        assertThat(attempt("alice", PASSWORD)).isEqualTo(new Entry.Wrong());
        assertThat(audit.told()).containsExactly("alice: logged in", "alice: logged in", "alice: password changed");
    }

    @Test
    void whoIsEndedWhileTheyChangeTheirPasswordIsEnded() {
        String here = enter();
        meanwhile = () -> people.remove("alice");
        assertThat(change(PASSWORD, here)).isPresent();
        assertThat(people.find("alice")).isEmpty();
        assertThat(audit.told()).containsExactly("alice: logged in");
    }

    @Test
    void aRoleThatIsTakenWhileThePasswordChangesStaysTaken() {
        String here = enter();
        meanwhile = () -> people.changeRemit("alice", Remit.of(Role.AUDITOR));
        assertThat(change(PASSWORD, here)).isEmpty();
        assertThat(entrance.caller(here)).contains(new Caller("alice", Role.AUDITOR));
    }

    @Test
    void aLoginOnItsWayWithTheOldPasswordComesToNothing() {
        meanwhile = () -> people.changePassword("alice", of(PASSWORD), "hash of another", now);
        assertThat(attempt("alice", PASSWORD)).isEqualTo(new Entry.Wrong());
        assertThat(people.latest(10)).isEmpty();
        assertThat(audit.told()).isEmpty();
    }

    @Test
    void aLoginOnItsWayOfWhoIsEndedLeavesNoSession() {
        meanwhile = () -> people.remove("alice");
        assertThat(attempt("alice", PASSWORD)).isEqualTo(new Entry.Wrong());
        assertThat(people.latest(10)).isEmpty();
    }

    @Test
    void aNewPasswordEndsTheLinkThatLiesSomewhere() {
        people.put(new ConsoleUsers.PasswordLink("h", "alice", now.plusSeconds(60)));
        assertThat(change(PASSWORD, enter())).isEmpty();
        assertThat(people.link("h")).isEmpty();
    }

    @Test
    void whoDoesNothingIsLoggedOut() {
        String secret = enter();
        for (int i = 0; i < 3; i++) {
            now = now.plus(Duration.ofMinutes(20));
            assertThat(entrance.caller(secret)).isPresent();
            entrance.saw(secret);
        }
        for (int i = 0; i < 29; i++) {
            now = now.plus(Duration.ofMinutes(1));
            assertThat(entrance.caller(secret)).as("an open page looks for news").isPresent();
        }
        now = now.plus(Duration.ofMinutes(1));
        assertThat(entrance.caller(secret)).isEmpty();
    }

    @Test
    void nobodyIsLoggedInForEver() {
        String secret = enter();
        Instant end = now.plus(Duration.ofHours(12));
        while (now.isBefore(end)) {
            assertThat(entrance.caller(secret)).isPresent();
            entrance.saw(secret);
            now = now.plus(Duration.ofMinutes(15));
        }
        assertThat(entrance.caller(secret)).isEmpty();
    }

    @Test
    void aPersonHasSoManySessionsAtMost() {
        String first = enter();
        now = now.plusSeconds(1);
        for (int i = 0; i < Entrance.MOST; i++) {
            enter();
        }
        assertThat(people.latest(1000)).hasSize(Entrance.MOST);
        assertThat(entrance.caller(first)).isEmpty();
    }

    @Test
    void whoIsInStaysInWhileTheDatabaseIsAway() {
        String secret = enter();
        entrance.caller(secret);
        people.isAway = true;
        assertThat(entrance.caller(secret)).contains(new Caller("alice", Role.OPERATOR));
        now = now.plus(Duration.ofHours(1));
        assertThat(entrance.caller(secret)).isEmpty();
    }

    @Test
    void whatAnOutageKeepsFromBeingNotedKeepsNobodyOut() {
        String secret = enter();
        entrance.caller(secret);
        people.isAway = true;
        for (int i = 0; i < 6; i++) {
            now = now.plus(Duration.ofMinutes(10));
            assertThat(entrance.caller(secret)).isPresent();
            entrance.saw(secret);
        }
    }

    @Test
    void whoLogsOutWhileTheDatabaseIsAwayIsOut() {
        String secret = enter();
        entrance.caller(secret);
        people.isAway = true;
        assertThatIllegalStateException().isThrownBy(() -> entrance.leave(secret));
        assertThatIllegalStateException().isThrownBy(() -> entrance.caller(secret));
    }

    @Test
    void whoWasEndedIsNotBroughtBackByAnOutage() {
        String secret = enter();
        entrance.caller(secret);
        people.add(new ConsoleUser("root", "x", Role.ADMINISTRATOR, now, now));
        new People(people, people, remembered, new NoPrograms(), () -> now).end("alice");
        people.isAway = true;
        assertThatIllegalStateException().isThrownBy(() -> entrance.caller(secret));
    }

    @Test
    void aLoginThatNobodyCanJudgeIsNoFailure() {
        people.isAway = true;
        for (int i = 0; i < 100; i++) {
            assertThatIllegalStateException().isThrownBy(() -> attempt("alice", PASSWORD));
        }
        people.isAway = false;
        assertThat(enter()).isNotEmpty();
    }

    @Test
    void aLoginForWhichThereIsNoCoreIsNoFailure() {
        meanwhile = () -> {
            throw new BusyException(Sentence.asItIs("busy"));
        };
        for (int i = 0; i < 100; i++) {
            assertThat(attempt("alice", PASSWORD)).isInstanceOf(Entry.Later.class);
        }
        meanwhile = () -> {
        };
        assertThat(enter()).isNotEmpty();
    }

    @Test
    void whoGuessesThePresentPasswordIsSlowedDownAndThenNoLongerIn() {
        String secret = enter();
        for (int i = 0; i < 5; i++) {
            assertThat(entrance.caller(secret)).isPresent();
            assertThat(change("guessed", secret)).contains("The present password is not right.");
        }
        assertThat(entrance.caller(secret)).isEmpty();
        assertThat(attempt("alice", PASSWORD)).isInstanceOf(Entry.Later.class);
    }

    @Test
    void theLogTellsWhatFailedBeforeAndWhoLeft() {
        attempt("alice", "guessed");
        attempt("alice", "guessed");
        entrance.leave(enter());
        assertThat(audit.told()).containsExactly("alice: logged in", "alice: logged out");
        assertThat(audit.how()).first().isEqualTo("from 192.0.2.1, after 2 attempts that failed");
        enter();
        assertThat(audit.how()).last().isEqualTo("from 192.0.2.1");
    }
}
