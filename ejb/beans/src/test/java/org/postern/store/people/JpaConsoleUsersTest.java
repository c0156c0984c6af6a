package org.postern.store.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.admin.access.Remit;
import org.postern.admin.access.Role;
import org.postern.admin.people.ConsoleSession;
import org.postern.admin.people.ConsoleSessions;
import org.postern.admin.people.ConsoleUser;
import org.postern.admin.people.ConsoleUsers;
import org.postern.admin.people.ConsoleUsers.PasswordLink;
import org.postern.mail.DomainSet;
import org.postern.store.TestDatabase;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.List;
import java.util.stream.IntStream;

class JpaConsoleUsersTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TestDatabase DATABASE = new TestDatabase();
    private final ConsoleUsers users = DATABASE.inTransactions(ConsoleUsers.class, JpaConsoleUsers::new);
    private final ConsoleSessions sessions = DATABASE.inTransactions(ConsoleSessions.class, JpaConsoleSessions::new);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static ConsoleUser user(String name, String hash, Role role) {
        return new ConsoleUser(name, hash, role, NOON, NOON);
    }

    private static ConsoleSession session(String hash, String person, int minute) {
        Instant then = NOON.plusSeconds(60L * minute);
        return new ConsoleSession(hash, person, "192.0.2.1", then, then);
    }

    @Test
    void thereIsOneFirstUser() {
        assertThat(users.isEmpty()).isTrue();
        assertThat(users.addFirst(user("alice", "x", Role.ADMINISTRATOR))).isTrue();
        assertThat(users.addFirst(user("bob", "x", Role.ADMINISTRATOR))).isFalse();
        assertThat(users.add(user("alice", "y", Role.AUDITOR))).isFalse();
        assertThat(users.all()).containsExactly(user("alice", "x", Role.ADMINISTRATOR));
    }

    @Test
    void thereIsOneFirstUserHoweverManyComeAtTheSameMoment() throws Exception {
        try (ExecutorService many = Executors.newFixedThreadPool(3)) {
            List<Callable<Boolean>> all = IntStream.range(0, 3)
                    .<Callable<Boolean>>mapToObj(i -> () -> users.addFirst(user("u" + i, "x", Role.ADMINISTRATOR)))
                    .toList();
            int added = 0;
            for (Future<Boolean> one : many.invokeAll(all)) {
                added += one.get() ? 1 : 0;
            }
            assertThat(added).isEqualTo(1);
        }
        assertThat(users.all()).hasSize(1);
    }

    @Test
    void aNameIsTakenInWhateverCaseItIsWritten() {
        users.add(user("Alice", "x", Role.OPERATOR));
        assertThat(users.add(user("alice", "x", Role.AUDITOR))).isFalse();
        assertThat(users.find("alice")).isEmpty();
    }

    @Test
    void whoCannotLogInIsNoAdministratorYet() {
        users.add(user("alice", "x", Role.ADMINISTRATOR));
        users.add(user("bob", "", Role.ADMINISTRATOR));
        users.add(user("carol", "x", Role.OPERATOR));
        assertThat(users.lockAdministrators()).containsExactly("alice");
    }

    @Test
    void aSessionIsKnownWithThePersonAsTheyAreNow() {
        users.add(user("alice", "x", Role.OPERATOR));
        sessions.add(session("a", "alice", 0), "x", 20);
        users.changeRemit("alice", Remit.of(Role.AUDITOR));
        assertThat(sessions.known("a").orElseThrow().person().role()).isEqualTo(Role.AUDITOR);
        sessions.saw("a", NOON.plusSeconds(60));
        assertThat(sessions.known("a").orElseThrow().session().seen()).isEqualTo(NOON.plusSeconds(60));
        assertThat(sessions.end("a")).isTrue();
        assertThat(sessions.end("a")).isFalse();
        assertThat(sessions.known("a")).isEmpty();
    }

    @Test
    void theFirstSessionsMakeRoom() {
        users.add(user("alice", "x", Role.OPERATOR));
        users.add(user("bob", "x", Role.OPERATOR));
        sessions.add(session("other", "bob", 0), "x", 2);
        sessions.add(session("a", "alice", 1), "x", 2);
        sessions.add(session("b", "alice", 2), "x", 2);
        sessions.add(session("c", "alice", 3), "x", 2);
        assertThat(sessions.latest(10)).extracting(ConsoleSession::hash).containsExactly("c", "b", "other");
        sessions.endOthers("alice", "c");
        assertThat(sessions.latest(10)).extracting(ConsoleSession::hash).containsExactly("c", "other");
        sessions.forget(NOON.plusSeconds(1), NOON);
        assertThat(sessions.latest(10)).extracting(ConsoleSession::hash).containsExactly("c");
    }

    @Test
    void aPersonEndsWithSessionsAndLinks() {
        users.add(user("alice", "x", Role.OPERATOR));
        sessions.add(session("a", "alice", 0), "x", 20);
        users.put(new PasswordLink("h", "alice", NOON));
        users.put(new PasswordLink("i", "alice", NOON));
        assertThat(users.link("h")).isEmpty();
        assertThat(users.link("i")).contains(new PasswordLink("i", "alice", NOON));
        assertThat(users.remove("alice")).isTrue();
        assertThat(users.remove("alice")).isFalse();
        assertThat(users.find("alice")).isEmpty();
        assertThat(users.link("i")).isEmpty();
        assertThat(sessions.latest(10)).isEmpty();
    }

    @Test
    void oneThingChangesAndOnlyOfWhoIsThere() {
        users.add(user("alice", "x", Role.OPERATOR));
        assertThat(users.changePassword("alice", "another", "y", NOON)).isFalse();
        assertThat(users.changeRemit("alice", Remit.of(Role.AUDITOR))).isTrue();
        assertThat(users.changePassword("alice", "x", "y", NOON)).isTrue();
        assertThat(users.lock("alice")).contains(user("alice", "y", Role.AUDITOR));
        Remit limited = new Remit(Role.OPERATOR, DomainSet.ofText("a.example b.example"));
        assertThat(users.changeRemit("alice", limited)).isTrue();
        assertThat(users.find("alice").map(ConsoleUser::remit)).contains(limited);
        assertThat(users.changeRemit("nobody", Remit.of(Role.AUDITOR))).isFalse();
        assertThat(users.changePassword("nobody", "", "y", NOON)).isFalse();
        assertThat(users.find("nobody")).isEmpty();
    }

    @Test
    void aSessionBeginsByThePresentPasswordAlone() {
        users.add(user("alice", "x", Role.OPERATOR));
        assertThat(sessions.add(session("a", "alice", 0), "before", 20)).isFalse();
        assertThat(sessions.add(session("a", "nobody", 0), "x", 20)).isFalse();
        assertThat(sessions.latest(10)).isEmpty();
        assertThat(sessions.add(session("a", "alice", 0), "x", 20)).isTrue();
    }

    @Test
    void aLinkIsUsedOnceAndBeforeItsTimeIsOver() {
        users.put(new PasswordLink("h", "alice", NOON));
        assertThat(users.useLink("h", NOON)).isFalse();
        assertThat(users.useLink("i", NOON.minusSeconds(1))).isFalse();
        assertThat(users.useLink("h", NOON.minusSeconds(1))).isTrue();
        assertThat(users.useLink("h", NOON.minusSeconds(1))).isFalse();
        users.put(new PasswordLink("h", "alice", NOON));
        users.endLink("alice");
        assertThat(users.link("h")).isEmpty();
    }

    @Test
    void itIsKnownFromWhereSomebodyHasComeForNinetyDays() {
        users.add(user("alice", "x", Role.OPERATOR));
        sessions.add(session("a", "alice", 0), "x", 20);
        sessions.add(session("b", "alice", 1), "x", 20);
        sessions.end("a");
        assertThat(sessions.hasBegun("alice", "192.0.2.1")).isTrue();
        assertThat(sessions.hasBegun("alice", "192.0.2.2")).isFalse();
        assertThat(sessions.hasBegun("bob", "192.0.2.1")).isFalse();
        Instant later = NOON.plus(Duration.ofDays(91));
        sessions.add(new ConsoleSession("c", "alice", "192.0.2.2", later, later), "x", 20);
        assertThat(sessions.hasBegun("alice", "192.0.2.1")).isFalse();
        users.remove("alice");
        assertThat(sessions.hasBegun("alice", "192.0.2.2")).isFalse();
    }
}
