package org.postern.admin.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.rule.MailRule;
import org.postern.config.rule.RuleText;
import org.postern.sentence.Sentence;
import org.postern.store.rules.InMemoryRules;
import org.postern.trust.rule.LiveRule;
import org.postern.trust.rule.LiveRules;
import org.postern.trust.rule.RuleAssembly;
import org.postern.trust.rule.RuleStore;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

class RuleDeskTest {
    private static final MailRule OF_FILE = RuleText.of("name=of-file\naction=accept").toRule();
    private final InMemoryRules store = new InMemoryRules();
    private final LiveRules live = new LiveRules(List.of());
    private final RuleDesk desk = new RuleDesk(store, new RuleAssembly(List.of(OF_FILE)), live,
            InstantSource.fixed(Instant.parse("2026-12-01T12:00:00Z")), ZoneOffset.UTC);

    private static RuleText text(String name, String more) {
        return RuleText.of("name=" + name + "\n" + more);
    }

    private List<String> names() {
        return desk.all().stream().map(rule -> rule.text().name()).toList();
    }

    @Test
    void rulesAreAddedMovedChangedSwitchedAndDeleted() {
        assertThat(desk.add(text("a", "action=accept"), "ann")).isEmpty();
        assertThat(desk.add(text("b", "action=refuse"), "ann")).isEmpty();
        long a = desk.all().getFirst().id();
        long b = desk.all().getLast().id();
        assertThat(desk.moveBefore(b, a)).isEmpty();
        assertThat(names()).containsExactly("b", "a");
        assertThat(desk.change(a, text("a", "action=defer"), "bob")).isEmpty();
        assertThat(desk.change(a, text("c", "action=defer"), "bob")).isEmpty();
        assertThat(names()).containsExactly("b", "c");
        assertThat(desk.find(a).orElseThrow().changedBy()).isEqualTo("bob");
        assertThat(desk.find(99)).isEmpty();
        assertThat(desk.enable(a, false, "bob")).isEmpty();
        assertThat(desk.all().getLast().enabled()).isFalse();
        assertThat(desk.delete(a)).isEmpty();
        assertThat(names()).containsExactly("b");
        assertThat(desk.ofFile()).containsExactly(new RuleDesk.OfFile(OF_FILE, 0));
    }

    @Test
    void whatIsWrongIsToldAndNothingIsChanged() {
        desk.add(text("a", "action=accept"), "ann");
        assertThat(desk.add(text("b", "action=drop"), "ann").orElseThrow().toString())
                .startsWith("an action is one of");
        assertThat(desk.add(text("a", "action=accept"), "ann").map(Sentence::toString))
                .contains("Rule 1 has this name already: a.");
        assertThat(desk.change(9, text("c", "action=accept"), "ann").map(Sentence::toString))
                .contains("There is no such rule.");
        assertThat(desk.enable(9, true, "ann").map(Sentence::toString)).contains("There is no such rule.");
        assertThat(desk.moveBefore(1, 9).map(Sentence::toString)).contains("There is no such rule.");
        assertThat(desk.moveBefore(1, 1)).isEmpty();
        assertThat(desk.delete(9).map(Sentence::toString)).contains("There is no such rule.");
        assertThat(names()).containsExactly("a");
    }

    @Test
    void whatTheRulesWouldSayIsToldAndCountedNowhere() {
        live.now(List.of(LiveRule.stored(1, text("heavy", "action=score\nscore=3\nsymbol=FILE_MACROS").toRule()),
                LiveRule.stored(2, text("aside", "action=redirect\nto=eve@here.example\nsender=a.example").toRule()),
                LiveRule.stored(3, text("team", "action=mark\nfield=X-Team: a\nheader=Subject: x").toRule()),
                LiveRule.stored(4, text("partner", "action=accept\nauthor=a.example\nhours=11:00-13:00").toRule())));
        TrialDraft said = new TrialDraft("192.0.2.1", "", "ann@a.example", List.of("bob@here.example"),
                List.of("From: ann@a.example", "Subject: x"), List.of(), List.of("FILE_MACROS=2"));
        assertThat(desk.wouldSay(said)).extracting(Sentence::toString)
                .containsExactly("RULE_HEAVY 3.0: weighed",
                        "RULE_ASIDE 0.0: redirected to eve@here.example instead of bob@here.example",
                        "RULE_TEAM 0.0: marked by X-Team: a", "On top: X-Team: a", "For: eve@here.example",
                        "No rule decides; the rest of the checks and the score do.");
        TrialDraft proved = new TrialDraft("192.0.2.1", "", "ann@a.example", List.of("bob@here.example"),
                List.of("From: ann@a.example"), List.of("a.example"), List.of());
        assertThat(desk.wouldSay(proved)).last().hasToString("Rule partner decides: accepted.");
        assertThat(live.take()).isEmpty();
    }

    @Test
    void aQuestionThatIsNoneIsToldSo() {
        assertThat(desk.wouldSay(new TrialDraft("x", "", "", List.of(), List.of(), List.of(), List.of())))
                .singleElement()
                .asString()
                .contains("x");
        assertThat(desk.wouldSay(new TrialDraft("192.0.2.1", "", "a b", List.of(), List.of(), List.of(), List.of())))
                .extracting(Sentence::toString)
                .containsExactly("Not an address: a b");
        assertThat(desk.wouldSay(
                new TrialDraft("192.0.2.1", "", "<>", List.of(), List.of(), List.of(), List.of("FILE_MACROS=x"))))
                .singleElement()
                .asString()
                .startsWith("A symbol may have a weight");
    }

    @Test
    void thereAreOnlySoMany() {
        for (int i = 0; i < RuleStore.MOST; i++) {
            store.add(text("a" + i, "action=accept"), "ann", Instant.EPOCH);
        }
        assertThat(desk.add(text("b", "action=accept"), "ann").map(Sentence::toString))
                .contains("There are 1,000 rules already.");
    }
}
