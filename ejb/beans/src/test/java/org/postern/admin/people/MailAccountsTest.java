package org.postern.admin.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.identity.MailUser;
import org.postern.identity.MailUsers;
import org.postern.sentence.Sentence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

class MailAccountsTest {
    private static final String PASSWORD = "correct horse";
    private final Users users = new Users();
    private final MailAccounts accounts = new MailAccounts(users, () -> Instant.EPOCH);

    @Test
    void aUserHasAVerifierAndNoPassword() {
        assertThat(accounts.add("Alice@A.example", PASSWORD, List.of("lists.example"))).isEmpty();
        MailUser alice = users.find("alice@a.example").orElseThrow();
        assertThat(alice.senders()).containsExactly("lists.example");
        assertThat(alice.toString()).doesNotContain(PASSWORD).doesNotContain(alice.verifier().key());
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThat(accounts.add("", PASSWORD, List.of()).map(Sentence::toString))
                .hasValueSatisfying(said -> assertThat(said).contains("name"));
        assertThat(accounts.add("alice", "short", List.of())).isPresent();
        assertThat(accounts.add("alice", PASSWORD, List.of("not an address"))).isPresent();
        assertThat(accounts.add("alice", "ﬁfteen letters", List.of())).isPresent();
        accounts.add("alice", PASSWORD, List.of());
        assertThat(accounts.add("ALICE", PASSWORD, List.of()).map(Sentence::toString))
                .contains("There is a user of that name already.");
        assertThat(accounts.enable("nobody", false).map(Sentence::toString)).contains("There is no such user.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"o=brien@example.org", "smith,j", "o'neill+x/y@example.org", "a{b}|~c"})
    void aNameIsWhateverAnAddressMayBe(String name) {
        assertThat(accounts.add(name, PASSWORD, List.of())).isEmpty();
        assertThat(users.find(name)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\tb", "=a", "@example.org", "\"a b\"@example.org", "a\nb", "é"})
    void aNameIsNothingElse(String name) {
        assertThat(accounts.add(name, PASSWORD, List.of())).isPresent();
    }

    @Test
    void oneThingChangesAtATime() {
        accounts.add("alice", PASSWORD, List.of());
        MailUser before = users.find("alice").orElseThrow();
        assertThat(accounts.sendAs("alice", List.of("a.example"))).isEmpty();
        assertThat(accounts.enable("alice", false)).isEmpty();
        assertThat(users.find("alice")).contains(before.sendingAs(List.of("a.example")).enabled(false));
        assertThat(accounts.changePassword("alice", "another horse")).isEmpty();
        assertThat(users.find("alice").orElseThrow().verifier()).isNotEqualTo(before.verifier());
        assertThat(accounts.delete("alice")).isEmpty();
        assertThat(accounts.after("", 10)).isEmpty();
    }

    @Test
    void whoIsDeletedMeanwhileIsNotMadeAnew() {
        accounts.add("alice", PASSWORD, List.of());
        users.meanwhile = () -> users.delete("alice");
        assertThat(accounts.enable("alice", false).map(Sentence::toString)).contains("There is no such user.");
        assertThat(users.find("alice")).isEmpty();
    }

    private static final class Users implements MailUsers {
        private final TreeMap<String, MailUser> byName = new TreeMap<>();
        private Runnable meanwhile = () -> {
        };

        @Override
        public Optional<MailUser> find(String name) {
            return Optional.ofNullable(byName.get(name));
        }

        @Override
        public List<MailUser> after(String name, int limit) {
            return byName.tailMap(name, false).values().stream().limit(limit).toList();
        }

        @Override
        public boolean add(MailUser user) {
            return byName.putIfAbsent(user.name(), user) == null;
        }

        @Override
        public Optional<MailUser> lock(String name) {
            Optional<MailUser> locked = find(name);
            meanwhile.run();
            return locked;
        }

        @Override
        public boolean replace(MailUser user) {
            return byName.replace(user.name(), user) != null;
        }

        @Override
        public boolean delete(String name) {
            return byName.remove(name) != null;
        }
    }
}
