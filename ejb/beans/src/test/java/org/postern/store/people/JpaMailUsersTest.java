package org.postern.store.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.identity.MailUser;
import org.postern.identity.MailUsers;
import org.postern.identity.ScramVerifier;
import org.postern.store.TestDatabase;

import java.time.Instant;
import java.util.List;

class JpaMailUsersTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TestDatabase DATABASE = new TestDatabase();
    private final MailUsers users = DATABASE.inTransactions(MailUsers.class, JpaMailUsers::new);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static MailUser user(String name, String... senders) {
        return new MailUser(name, new ScramVerifier("a2V5", "c2FsdA==", 4096), true, List.of(senders), NOON, NOON);
    }

    @Test
    void aUserIsKeptAsItIs() {
        MailUser alice = user("alice@a.example", "a.example", "b@c.example");
        assertThat(users.add(alice)).isTrue();
        assertThat(users.find("alice@a.example")).contains(alice);
        assertThat(users.find("bob@a.example")).isEmpty();
    }

    @Test
    void aNameIsTakenOnce() {
        users.add(user("alice", "a.example"));
        assertThat(users.add(user("alice", "b.example"))).isFalse();
        assertThat(users.find("alice")).contains(user("alice", "a.example"));
    }

    @Test
    void aChangeReplacesAll() {
        users.add(user("alice", "a.example", "b.example"));
        MailUser changed = user("alice", "c.example").enabled(false);
        assertThat(users.replace(changed)).isTrue();
        assertThat(users.find("alice")).contains(changed);
        assertThat(users.lock("alice")).contains(changed);
        assertThat(users.replace(user("nobody"))).isFalse();
        assertThat(users.find("nobody")).isEmpty();
    }

    @Test
    void aUserIsDeletedWithAllSenders() {
        users.add(user("alice", "a.example"));
        assertThat(users.delete("alice")).isTrue();
        assertThat(users.delete("alice")).isFalse();
        assertThat(users.add(user("alice"))).isTrue();
    }

    @Test
    void theyComeInTheOrderOfTheirNames() {
        users.add(user("carol"));
        users.add(user("alice"));
        users.add(user("bob"));
        assertThat(users.after("", 2)).extracting(MailUser::name).containsExactly("alice", "bob");
        assertThat(users.after("bob", 2)).extracting(MailUser::name).containsExactly("carol");
    }
}
