package org.postern.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatIOException;

import org.junit.jupiter.api.Test;
import org.postern.mail.DomainSet;
import org.postern.sentence.Sentence;

import java.io.InputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class DeskGuardTest {
    private static final Sample SAMPLE = new Sample();
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private final AuditInMemory log = new AuditInMemory();
    private final Guarded guarded = new Guarded(log, () -> NOON);

    /** A desk. */
    static final class Sample {
        @Looks(Role.AUDITOR)
        public String look() {
            return "seen";
        }

        @Acts(value = Role.OPERATOR, as = "thing changed")
        public Optional<Sentence> change(String thing, String secret) {
            Act.tells(Sentence.asItIs("the " + thing), Sentence.asItIs("old"), Sentence.asItIs("new"));
            return Optional.of(Sentence.asItIs("This is wrong.")).filter(wrong -> thing.equals("wrong"));
        }

        @Acts(value = Role.ADMINISTRATOR, as = "thing ended", atOnce = true)
        public boolean end(String thing) {
            return thing.equals("there");
        }

        @Acts(value = Role.OPERATOR, as = "two things done")
        public Optional<Integer> both(String thing) {
            Act.did();
            if (thing.equals("ill")) {
                throw new IllegalStateException("the second failed");
            }
            return Optional.empty();
        }

        @Acts(value = Role.OPERATOR, as = "sent")
        public int send(Object what, String how) throws IOException {
            return switch (how) {
                case "refused" -> throw new IllegalArgumentException("This is wrong.");
                case "not now" -> throw new IOException("not now");
                case "ill" -> throw new IllegalStateException("nobody knows");
                case "none" -> {
                    Act.didNothing();
                    yield 1;
                }
                default -> 1;
            };
        }

        @Acts(value = Role.OPERATOR, as = "key given", byPeople = true)
        public String give() {
            return "a key";
        }

        @Looks(value = Role.AUDITOR, ofDomains = true)
        public String lookAtOwn() {
            return "own";
        }

        @Acts(value = Role.OPERATOR, as = "own changed", ofDomains = true)
        public String changeOwn() {
            return "own";
        }

        public String forgotten() {
            return "what nobody may see";
        }
    }

    private Object call(Role role, String name, Object... arguments) throws Exception {
        return new Caller("alice", role).does(() -> guarded.call(SAMPLE, name, arguments));
    }

    @Test
    void whatTakesMoreIsRefused() throws Exception {
        assertThat(call(Role.AUDITOR, "look")).isEqualTo("seen");
        assertThat(call(Role.ADMINISTRATOR, "look")).isEqualTo("seen");
        assertThatExceptionOfType(NotAllowedException.class)
                .isThrownBy(() -> call(Role.AUDITOR, "change", "lamp", "hush"));
        assertThatExceptionOfType(NotAllowedException.class).isThrownBy(() -> call(Role.OPERATOR, "end", "there"));
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void whatIsForPeopleNoProgramDoes() throws Exception {
        assertThat(call(Role.OPERATOR, "give")).isEqualTo("a key");
        assertThat(Caller.local("root").does(() -> guarded.call(SAMPLE, "give"))).isEqualTo("a key");
        assertThatExceptionOfType(NotAllowedException.class).isThrownBy(
                () -> Caller.token("backup", Role.ADMINISTRATOR).does(() -> guarded.call(SAMPLE, "give")));
    }

    @Test
    void whoIsLimitedToSomeDomainsComesToNothingThatDoesNotMindThem() throws Exception {
        Caller ann = new Caller("ann", Role.OPERATOR, DomainSet.ofText("one.example"));
        assertThat(ann.does(() -> guarded.call(SAMPLE, "lookAtOwn"))).isEqualTo("own");
        assertThat(ann.does(() -> guarded.call(SAMPLE, "changeOwn"))).isEqualTo("own");
        for (String name : List.of("look", "forgotten", "give")) {
            assertThatExceptionOfType(NotAllowedException.class).as(name)
                    .isThrownBy(() -> ann.does(() -> guarded.call(SAMPLE, name)));
        }
        assertThatExceptionOfType(NotAllowedException.class)
                .isThrownBy(() -> ann.does(() -> guarded.call(SAMPLE, "change", "lamp", "hush")));
    }

    @Test
    void whoWasNotLetInMayDoNothingAndNobodyMayDoWhatSaysNothing() {
        assertThatExceptionOfType(NotAllowedException.class).isThrownBy(() -> guarded.call(SAMPLE, "look"));
        assertThatExceptionOfType(NotAllowedException.class)
                .isThrownBy(() -> call(Role.ADMINISTRATOR, "forgotten"));
    }

    @Test
    void whatWasDoneIsKeptWithoutSecrets() throws Exception {
        call(Role.OPERATOR, "change", "lamp", "hush");
        call(Role.ADMINISTRATOR, "end", "there");
        assertThat(log.lines()).containsExactly(
                new AuditLine(0, NOON, "alice", Role.OPERATOR, "thing changed", "the lamp", "old", "new"),
                new AuditLine(0, NOON, "alice", Role.ADMINISTRATOR, "thing ended", "there", "", ""));
    }

    @Test
    void whatWasNotDoneIsNotKept() throws Exception {
        call(Role.OPERATOR, "change", "wrong", "hush");
        call(Role.ADMINISTRATOR, "end", "nowhere");
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void longTextsAreCut() {
        AuditLine line = new AuditLine(0, NOON, "alice", Role.OPERATOR, "x\ny", "z".repeat(5000), "", "");
        assertThat(line.act()).isEqualTo("x y");
        assertThat(line.thing()).hasSize(300).endsWith("…");
    }

    @Test
    void whatWasDoneIsKeptWhateverComesOfTheRest() throws Exception {
        call(Role.OPERATOR, "both", "lamp");
        assertThatIllegalStateException().isThrownBy(() -> call(Role.OPERATOR, "both", "ill"));
        assertThat(log.lines()).extracting(AuditLine::thing).containsExactly("lamp", "ill");
        assertThat(log.how()).containsExactly("", "");
    }

    @Test
    void whatIsNoNameStandsInNoLine() throws Exception {
        call(Role.OPERATOR, "send", InputStream.nullInputStream(), "well");
        assertThat(log.lines()).extracting(AuditLine::thing).containsExactly("");
    }

    @Test
    void whatIsRefusedOrDidNothingLeavesNoLine() throws Exception {
        call(Role.OPERATOR, "send", InputStream.nullInputStream(), "none");
        assertThatIllegalArgumentException().isThrownBy(() -> call(Role.OPERATOR, "send", "x", "refused"));
        assertThatIOException().isThrownBy(() -> call(Role.OPERATOR, "send", "x", "not now"));
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void whatFailsSoThatNobodyKnowsStandsThereAsBegun() {
        assertThatIllegalStateException().isThrownBy(() -> call(Role.OPERATOR, "send", "x", "ill"));
        assertThat(log.how()).containsExactly(DeskGuard.BEGUN);
    }

    @Test
    void whatIsDoneIsToldAsDoneWhereTheLogIsGoneMeanwhile() throws Exception {
        log.isGone = true;
        assertThat(call(Role.OPERATOR, "send", "x", "well")).isEqualTo(1);
        assertThat(log.how()).containsExactly(DeskGuard.BEGUN);
    }

    @Test
    void aPartThatIsDoneAtOnceHasALineOfItsOwn() throws Exception {
        new Act("").does(() -> call(Role.ADMINISTRATOR, "end", "there"));
        new Act("").does(() -> call(Role.OPERATOR, "send", "x", "well"));
        assertThat(log.told()).containsExactly("alice: thing ended");
    }

    @Test
    void ofLongTextsIsShownWhereTheyDiffer() {
        String many = "member@example.org, ".repeat(80);
        AuditLine line = new AuditLine(0, NOON, "alice", Role.OPERATOR, "x", "y",
                "old@example.org, " + many + "last@example.org; owner ann",
                many + "new@example.org, last@example.org; off");
        assertThat(line.before()).isEqualTo("old@example.org, … owner ann");
        assertThat(line.after()).isEqualTo("… new@example.org, … off");
    }

    @Test
    void ofLongTextsThatAreNewTheBeginningIsShown() {
        AuditLine line = new AuditLine(0, NOON, "alice", Role.OPERATOR, "x", "y", "", "a@example.org, ".repeat(100));
        assertThat(line.after()).startsWith("a@example.org, a@").endsWith("…").hasSize(1000);
        assertThat(line.before()).isEmpty();
    }
}
