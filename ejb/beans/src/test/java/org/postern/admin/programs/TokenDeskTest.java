package org.postern.admin.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Remit;
import org.postern.admin.access.Role;
import org.postern.admin.people.ConsoleUser;
import org.postern.admin.people.PeopleInMemory;
import org.postern.admin.people.Vouching;
import org.postern.admin.people.Whence;
import org.postern.config.catalogue.SettingsCatalogue;
import org.postern.config.Settings;
import org.postern.mail.DomainSet;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

class TokenDeskTest {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final TokensInMemory kept = new TokensInMemory();
    private final PeopleInMemory people = new PeopleInMemory();
    private final Makers makers = new Makers(kept, people,
            new Vouching(new Settings(SettingsCatalogue.ALL, Map.of()), () -> now));
    private final TokenDesk desk = new TokenDesk(kept, makers, () -> now);
    private final TokenEntrance entrance = new TokenEntrance(kept, makers, () -> now);

    private Instant in(Duration time) {
        return now.plus(time);
    }

    @Test
    void aProgramComesInByItsTokenInItsRole() {
        String secret = desk.make("backup", Remit.of(Role.AUDITOR), in(Duration.ofDays(30)));
        assertThat(secret).startsWith(TokenDesk.PREFIX).hasSize(TokenDesk.PREFIX.length() + 43);
        assertThat(entrance.caller(secret)).contains(new Caller("token/backup", Role.AUDITOR));
        assertThat(kept.all().toString()).doesNotContain(secret);
        assertThat(desk.all()).extracting(TokenView::used).containsExactly(Optional.of(now));
    }

    @Test
    void aTokenOfWhomAProviderVouchesForIsOfNoUseAWeekAfterTheirLastLogin() throws Exception {
        people.add(new ConsoleUser("oid", "", Remit.of(Role.ADMINISTRATOR), now, now, Optional.of("idp s-1")));
        String secret = new Caller("oid", Role.ADMINISTRATOR)
                .does(() -> desk.make("backup", Remit.of(Role.AUDITOR), in(Duration.ofDays(30))));
        String next = Caller.token("backup", Role.ADMINISTRATOR)
                .does(() -> desk.make("next", Remit.of(Role.AUDITOR), in(Duration.ofDays(29))));
        now = now.plus(Duration.ofDays(7)).minusSeconds(1);
        assertThat(entrance.caller(secret)).isPresent();
        assertThat(entrance.caller(next)).isPresent();
        now = now.plusSeconds(1);
        assertThat(entrance.caller(secret)).isEmpty();
        assertThat(entrance.caller(next)).isEmpty();
        people.vouched("oid", now);
        assertThat(entrance.caller(secret)).isPresent();
        people.vouched("oid", Instant.EPOCH);
        assertThat(entrance.caller(secret)).isEmpty();
    }

    @Test
    void nobodyComesInByAnythingElse() {
        String secret = desk.make("backup", Remit.of(Role.AUDITOR), in(Duration.ofDays(30)));
        String hash = kept.all().getFirst().hash();
        for (String wrong : new String[]{"", TokenDesk.PREFIX, "backup", hash, TokenDesk.PREFIX + hash, secret + "x",
                secret.substring(1)}) {
            assertThat(entrance.caller(wrong)).isEmpty();
        }
    }

    @Test
    void aTokenEndsByItselfOrBySomebody() {
        String first = desk.make("first", Remit.of(Role.AUDITOR), in(Duration.ofDays(1)));
        String second = desk.make("second", Remit.of(Role.AUDITOR), in(Duration.ofDays(2)));
        now = now.plus(Duration.ofDays(1));
        assertThat(entrance.caller(first)).isEmpty();
        assertThat(entrance.caller(second)).isPresent();
        assertThat(desk.end("second")).isEmpty();
        assertThat(entrance.caller(second)).isEmpty();
        assertThat(desk.end("second")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", " a", "-a", "ü", "x12345678901234567890123456789012345678901234567890"})
    void aNameIsOneThatCanStandInTheAuditLog(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.make(name, Remit.of(Role.AUDITOR), in(Duration.ofDays(1))));
    }

    @Test
    void noTokenLastsLongerThanAYearOrIsOverAlready() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.make("long", Remit.of(Role.AUDITOR), in(TokenDesk.LONGEST.plusSeconds(1))));
        assertThatIllegalArgumentException().isThrownBy(() -> desk.make("over", Remit.of(Role.AUDITOR), now));
        assertThat(kept.all()).isEmpty();
    }

    @Test
    void aNameIsGivenOnce() {
        desk.make("backup", Remit.of(Role.AUDITOR), in(Duration.ofDays(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.make("backup", Remit.of(Role.ADMINISTRATOR), in(Duration.ofDays(1))));
    }

    @Test
    void aProgramLetsInNobodyWhoOutlivesIt() throws Exception {
        desk.make("maker", Remit.of(Role.ADMINISTRATOR), in(Duration.ofDays(2)));
        Caller maker = Caller.token("maker", Role.ADMINISTRATOR);
        assertThatIllegalArgumentException().isThrownBy(
                () -> maker.does(() -> desk.make("heir", Remit.of(Role.ADMINISTRATOR), in(Duration.ofDays(3)))));
        assertThat(maker.does(() -> desk.make("heir", Remit.of(Role.ADMINISTRATOR), in(Duration.ofDays(2)))))
                .isNotEmpty();
        assertThat(desk.all()).extracting(TokenView::by).containsExactly("token/maker", "");
    }

    private String madeBy(Caller maker, String name, Role role) throws Exception {
        return maker.does(() -> desk.make(name, Remit.of(role), in(Duration.ofDays(2))));
    }

    private Optional<Role> role(String secret) {
        return entrance.caller(secret).map(Caller::role);
    }

    @Test
    void aTokenGivesNoMoreThanItsMakerHasNow() throws Exception {
        people.add(new ConsoleUser("ann", "hash", Role.ADMINISTRATOR, now, now));
        String own = madeBy(new Caller("ann", Role.ADMINISTRATOR), "own", Role.ADMINISTRATOR);
        String heir = madeBy(Caller.token("own", Role.ADMINISTRATOR), "heir", Role.OPERATOR);
        assertThat(role(own)).contains(Role.ADMINISTRATOR);
        assertThat(role(heir)).contains(Role.OPERATOR);
        people.changeRemit("ann", Remit.of(Role.AUDITOR));
        assertThat(role(own)).contains(Role.AUDITOR);
        assertThat(role(heir)).contains(Role.AUDITOR);
        assertThat(entrance.covers("heir", Remit.of(Role.OPERATOR))).isFalse();
        people.changeRemit("ann", Remit.of(Role.ADMINISTRATOR));
        assertThat(role(heir)).contains(Role.OPERATOR);
    }

    @Test
    void aTokenIsForNoOtherDomainsThanItsMaker() throws Exception {
        people.add(new ConsoleUser("ann", "hash", Role.ADMINISTRATOR, now, now));
        DomainSet domains = DomainSet.ofText("a.example b.example");
        String own = new Caller("ann", Role.ADMINISTRATOR)
                .does(() -> desk.make("own", new Remit(Role.OPERATOR, domains), in(Duration.ofDays(2))));
        assertThat(entrance.caller(own)).contains(new Caller("token/own", Role.OPERATOR, domains));
        people.changeRemit("ann", new Remit(Role.OPERATOR, DomainSet.ofText("b.example c.example")));
        assertThat(entrance.caller(own).map(Caller::domains)).contains(DomainSet.ofText("b.example"));
        assertThat(entrance.covers("own", new Remit(Role.OPERATOR, domains))).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.make("x", new Remit(Role.ADMINISTRATOR, domains), in(Duration.ofDays(2))));
    }

    @Test
    void aTokenEndsWithItsMakerAndIsNoOthersOfThatName() throws Exception {
        people.add(new ConsoleUser("ann", "hash", Role.ADMINISTRATOR, now, now));
        String own = madeBy(new Caller("ann", Role.ADMINISTRATOR), "own", Role.ADMINISTRATOR);
        String heir = madeBy(Caller.token("own", Role.ADMINISTRATOR), "heir", Role.OPERATOR);
        String another = madeBy(Caller.local("root"), "another", Role.OPERATOR);
        people.remove("ann");
        assertThat(role(own)).isEmpty();
        assertThat(role(heir)).isEmpty();
        people.add(new ConsoleUser("ann", "hash", Role.ADMINISTRATOR, now.plusSeconds(1), now));
        assertThat(role(heir)).isEmpty();
        assertThat(entrance.endAllOf("ann")).isEqualTo(2);
        assertThat(desk.all()).extracting(TokenView::name).containsExactly("another");
        assertThat(role(another)).contains(Role.OPERATOR);
    }

    @Test
    void programsMakeProgramsToADepth() throws Exception {
        Caller maker = Caller.local("root");
        for (int i = 0; i < Makers.MOST; i++) {
            assertThat(role(madeBy(maker, "p" + i, Role.ADMINISTRATOR))).isPresent();
            maker = Caller.token("p" + i, Role.ADMINISTRATOR);
        }
        Caller last = maker;
        assertThatIllegalArgumentException().isThrownBy(() -> madeBy(last, "more", Role.ADMINISTRATOR));
        assertThat(desk.end("p0")).isEmpty();
        assertThat(desk.all()).isEmpty();
    }

    @Test
    void thatATokenWasUsedIsNotedOnceAMinute() {
        String secret = desk.make("busy", Remit.of(Role.AUDITOR), in(Duration.ofDays(1)));
        Instant first = now;
        entrance.caller(secret);
        now = now.plusSeconds(59);
        entrance.caller(secret);
        assertThat(kept.all().getFirst().used()).contains(first);
        now = now.plusSeconds(2);
        entrance.caller(secret);
        assertThat(kept.all().getFirst().used()).contains(now);
    }

    @Test
    void whoGuessesHasToWait() {
        Optional<Duration> wait = Optional.empty();
        for (int guess = 0; guess < 10 && wait.isEmpty(); guess++) {
            wait = entrance.failed(new Whence("192.0.2.1", "192.0.2.0/24"));
        }
        assertThat(wait).isPresent();
        assertThat(entrance.failed(new Whence("198.51.100.1", "198.51.100.0/24"))).isEmpty();
    }
}
