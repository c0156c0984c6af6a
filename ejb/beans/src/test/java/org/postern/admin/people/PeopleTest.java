package org.postern.admin.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.postern.admin.access.AuditInMemory;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Remit;
import org.postern.admin.access.Role;
import org.postern.config.catalogue.SettingsCatalogue;
import org.postern.config.Settings;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.Map;
import java.util.Optional;

class PeopleTest {
    private static final String PASSWORD = "correct horse battery";
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final PeopleInMemory kept = new PeopleInMemory();
    private final PasswordHashes hashes = new PasswordHashes();
    private final NoPrograms programs = new NoPrograms();
    private final People people = new People(kept, kept, new RememberedSessions(), programs, () -> now);
    private final AuditInMemory audit = new AuditInMemory();
    private final PasswordChoice choice = new PasswordChoice(kept, kept, new RememberedSessions(), hashes,
            new OwnDeeds(audit, () -> now), () -> now);

    private void first(String name) {
        kept.add(new ConsoleUser(name, "hash", Role.ADMINISTRATOR, now, now));
    }

    @Test
    void aColleagueChoosesAPasswordByALinkOnce() {
        String secret = people.add("bob", Remit.of(Role.OPERATOR));
        assertThat(people.all())
                .containsExactly(new Person("bob", Role.OPERATOR, Optional.empty(), false, false, now, now));
        assertThat(choice.person(secret)).contains("bob");
        assertThat(choice.choose(secret, "bob bob bob bob")).isPresent();
        assertThat(choice.choose(secret, PASSWORD)).isEmpty();
        assertThat(people.all())
                .containsExactly(new Person("bob", Role.OPERATOR, Optional.empty(), true, false, now, now));
        assertThat(choice.choose(secret, PASSWORD)).isPresent();
        assertThat(choice.person(secret)).isEmpty();
        assertThat(audit.told()).containsExactly("bob: password chosen");
    }

    @Test
    void aLinkIsGoodUntilItsTimeIsOverOrAnotherIsMade() {
        String first = people.add("bob", Remit.of(Role.OPERATOR));
        String second = people.reset("bob");
        assertThat(choice.person(first)).isEmpty();
        assertThat(choice.person(second)).isPresent();
        now = now.plus(People.LINK_TIME);
        assertThat(choice.person(second)).isEmpty();
        assertThat(choice.choose(second, PASSWORD)).isPresent();
    }

    @Test
    void aPasswordByALinkEndsAllSessions() {
        String secret = people.add("bob", Remit.of(Role.OPERATOR));
        kept.add(new ConsoleSession("hash", "bob", "192.0.2.1", now, now), "", 20);
        choice.choose(secret, PASSWORD);
        assertThat(people.sessions()).isEmpty();
    }

    @Test
    void whoIsEndedWhileTheyChooseAPasswordIsEnded() {
        String secret = people.add("bob", Remit.of(Role.OPERATOR));
        assertThat(choosing(() -> people.end("bob")).choose(secret, PASSWORD)).isPresent();
        assertThat(people.all()).isEmpty();
    }

    @Test
    void aLinkThatIsReplacedWhileItIsUsedLeavesTheOtherOneGood() {
        String first = people.add("bob", Remit.of(Role.OPERATOR));
        AtomicReference<String> second = new AtomicReference<>("");
        assertThat(choosing(() -> second.set(people.reset("bob"))).choose(first, PASSWORD)).isPresent();
        assertThat(choice.person(second.get())).contains("bob");
        assertThat(people.all()).noneMatch(Person::settled);
    }

    /** {@return the choice of a password, while something else is done} */
    private PasswordChoice choosing(Runnable meanwhile) {
        PasswordHashes slow = new PasswordHashes() {
            @Override
            String hash(String password) {
                meanwhile.run();
                return "hash";
            }
        };
        return new PasswordChoice(kept, kept, new RememberedSessions(), slow, new OwnDeeds(audit, () -> now),
                () -> now);
    }

    @Test
    void theLastAdministratorWhoCanLogInIsNotTakenAway() {
        first("alice");
        people.add("bob", Remit.of(Role.ADMINISTRATOR));
        assertThat(people.end("alice")).isPresent();
        assertThat(people.change("alice", Remit.of(Role.AUDITOR))).isPresent();
        first("carol");
        assertThat(people.change("alice", Remit.of(Role.AUDITOR))).isEmpty();
        assertThat(people.end("alice")).isEmpty();
        assertThat(programs.ended).containsExactly("alice");
        assertThat(people.end("carol")).isPresent();
        assertThat(people.change("carol", Remit.of(Role.ADMINISTRATOR))).isEmpty();
        assertThat(people.end("bob")).isEmpty();
    }

    @Test
    void whatGoesOnNeedsTheRoleOfThisMoment() {
        first("alice");
        PeopleStanding standing = new PeopleStanding(kept, new NoPrograms(),
                new Vouching(new Settings(SettingsCatalogue.ALL, Map.of()), () -> now));
        Caller alice = new Caller("alice", Role.ADMINISTRATOR);
        assertThat(standing.covers(alice, Role.OPERATOR)).isTrue();
        kept.isAway = true;
        assertThat(standing.covers(alice, Role.OPERATOR)).isTrue();
        kept.isAway = false;
        kept.changeRemit("alice", Remit.of(Role.AUDITOR));
        assertThat(standing.covers(alice, Role.OPERATOR)).isFalse();
        kept.remove("alice");
        assertThat(standing.covers(alice, Role.AUDITOR)).isFalse();
        assertThat(standing.covers(Caller.local("root"), Role.OPERATOR)).isTrue();
    }

    @Test
    void whatIsWrongIsSaid() {
        first("alice");
        assertThatIllegalArgumentException().isThrownBy(() -> people.add("alice", Remit.of(Role.AUDITOR)));
        assertThatIllegalArgumentException().isThrownBy(() -> people.add("Alice", Remit.of(Role.AUDITOR)));
        assertThatIllegalArgumentException().isThrownBy(() -> people.add("a b", Remit.of(Role.AUDITOR)));
        assertThatIllegalArgumentException().isThrownBy(() -> people.reset("nobody"));
        assertThat(people.end("nobody")).isPresent();
        assertThat(people.endSession("nothing")).isFalse();
        assertThat(people.end("a\0")).isPresent();
        assertThat(people.change("a\0", Remit.of(Role.AUDITOR))).isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> people.reset("a\0"));
        assertThat(people.endSession("\0")).isFalse();
    }
}
