package org.postern.admin.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Role;
import org.postern.config.ConsoleSettings;
import org.postern.config.Settings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class EntranceTest {
    private static final String PASSWORD = "correct horse battery";
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final PeopleInMemory people = new PeopleInMemory();
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
    private final Entrance entrance = new Entrance(people, people, hashes, new OwnDeeds(audit, () -> now),
            new Settings(ConsoleSettings.ALL, Map.of()), () -> now);

    private static String of(String password) {
        return "hash of " + password;
    }

    EntranceTest() {
        people.add(new ConsoleUser("alice", of(PASSWORD), Role.OPERATOR, now, now));
        people.add(new ConsoleUser("unsettled", "", Role.OPERATOR, now, now));
    }

    private String enter() {
        return entrance.enter("alice", PASSWORD, "192.0.2.1").orElseThrow();
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
        for (String name : List.of("alice", "nobody", "unsettled", "x".repeat(10_000))) {
            verified.clear();
            assertThat(entrance.enter(name, "wrong", "192.0.2.1")).isEmpty();
            assertThat(verified).hasSize(1).noneMatch(String::isEmpty);
        }
    }

    @Test
    void whatIsTakenFromAPersonIsTakenAtOnce() {
        String secret = enter();
        people.changeRole("alice", Role.AUDITOR);
        assertThat(entrance.caller(secret)).contains(new Caller("alice", Role.AUDITOR));
        people.remove("alice");
        assertThat(entrance.caller(secret)).isEmpty();
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() {
        String here = enter();
        String there = enter();
        assertThat(entrance.changePassword("alice", PASSWORD, "another horse altogether", here)).isEmpty();
        assertThat(entrance.caller(here)).isPresent();
        assertThat(entrance.caller(there)).isEmpty();
        assertThat(entrance.enter("alice", PASSWORD, "192.0.2.1")).isEmpty();
        assertThat(audit.told()).containsExactly("alice: logged in", "alice: logged in", "alice: password changed");
    }

    @Test
    void whoIsEndedWhileTheyChangeTheirPasswordIsEnded() {
        String here = enter();
        meanwhile = () -> people.remove("alice");
        assertThat(entrance.changePassword("alice", PASSWORD, "another horse altogether", here)).isPresent();
        assertThat(people.find("alice")).isEmpty();
        assertThat(audit.told()).containsExactly("alice: logged in");
    }

    @Test
    void aRoleThatIsTakenWhileThePasswordChangesStaysTaken() {
        String here = enter();
        meanwhile = () -> people.changeRole("alice", Role.AUDITOR);
        assertThat(entrance.changePassword("alice", PASSWORD, "another horse altogether", here)).isEmpty();
        assertThat(entrance.caller(here)).contains(new Caller("alice", Role.AUDITOR));
    }

    @Test
    void aLoginOnItsWayWithTheOldPasswordComesToNothing() {
        meanwhile = () -> people.changePassword("alice", of(PASSWORD), "hash of another", now);
        assertThat(entrance.enter("alice", PASSWORD, "192.0.2.1")).isEmpty();
        assertThat(people.latest(10)).isEmpty();
        assertThat(audit.told()).isEmpty();
    }

    @Test
    void aLoginOnItsWayOfWhoIsEndedLeavesNoSession() {
        meanwhile = () -> people.remove("alice");
        assertThat(entrance.enter("alice", PASSWORD, "192.0.2.1")).isEmpty();
        assertThat(people.latest(10)).isEmpty();
    }

    @Test
    void aNewPasswordEndsTheLinkThatLiesSomewhere() {
        people.put(new ConsoleUsers.PasswordLink("h", "alice", now.plusSeconds(60)));
        assertThat(entrance.changePassword("alice", PASSWORD, "another horse altogether", enter())).isEmpty();
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
}
