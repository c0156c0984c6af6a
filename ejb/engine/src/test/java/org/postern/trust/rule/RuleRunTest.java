package org.postern.trust.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.assessment.Symbol;
import org.postern.trust.rule.Ruled.Decision;

import java.util.List;
import java.util.Map;
import java.util.Random;

class RuleRunTest {
    private final Mails mail = new Mails();

    private static List<String> names(Ruled ruled) {
        return ruled.assessment().symbols().stream().map(Symbol::name).toList();
    }

    @Test
    void theFirstThatDecidesEndsAndIsNamed() {
        mail.with("action=score;score=2")
                .with("action=quarantine;header=X: *")
                .with("action=accept;client=192.0.2.1")
                .with("action=refuse");
        Ruled ruled = mail.ruled();
        assertThat(ruled.decision()).contains(new Decision.By(mail.rules.get(2).rule()));
        assertThat(names(ruled)).containsExactly("RULE_RULE_1", "RULE_RULE_3");
    }

    @Test
    void whatDecidesNothingGoesOnAndTheWeightsAddUp() {
        mail.symbols = List.of(new Symbol("A", 1, ""));
        mail.with("action=score;score=2.5;comment=why").with("action=score;score=-1").with("action=score;score=0");
        Ruled ruled = mail.ruled();
        assertThat(ruled.decision()).isEmpty();
        assertThat(ruled.assessment().score()).isEqualTo(2.5);
        assertThat(ruled.assessment().symbols()).contains(new Symbol("RULE_RULE_1", 2.5, "weighed: why"));
    }

    @Test
    void aRuleSeesWhatThoseBeforeItHaveFound() {
        mail.with("action=refuse;symbol=RULE_RULE_2")
                .with("action=score;score=7")
                .with("action=quarantine;symbol=RULE_RULE_2;score-at-least=7");
        assertThat(mail.ruled().decision()).contains(new Decision.By(mail.rules.get(2).rule()));
    }

    @Test
    void fieldsAreAddedInTheirOrder() {
        mail.with("action=mark;field=X-A: 1").with("action=mark;field=X-B: 2").with("action=accept");
        assertThat(mail.ruled().fields()).containsExactly("X-A: 1", "X-B: 2");
    }

    @Test
    void mailIsRedirectedForThoseWhomTheRuleNames() {
        mail.recipients = List.of("bob@here.example", "carl@there.example", "dora@here.example");
        mail.with("action=redirect;recipient=here.example;to=eve@here.example")
                .with("action=score;score=1;recipient=eve@here.example");
        Ruled ruled = mail.ruled();
        assertThat(Mails.recipients(ruled)).containsExactly("eve@here.example", "carl@there.example");
        assertThat(ruled.assessment().symbols().getFirst().evidence())
                .isEqualTo("redirected to eve@here.example instead of bob@here.example, dora@here.example");
        assertThat(names(ruled)).contains("RULE_RULE_2");
    }

    @Test
    void aCopyIsForSomebodyOfWhomTheSenderHearsNothing() {
        mail.with("action=copy;to=eve@here.example")
                .with("action=copy;to=eve@here.example")
                .with("action=copy;to=bob@here.example");
        Ruled ruled = mail.ruled();
        assertThat(Mails.recipients(ruled)).containsExactly("bob@here.example", "eve@here.example");
        assertThat(ruled.envelope().recipients().getLast().parameters().get("NOTIFY")).contains("NEVER");
    }

    @Test
    void copiesOfOneMessageAreBounded() {
        for (int i = 0; i < 20; i++) {
            mail.with("action=copy;to=eve" + i + "@here.example");
        }
        assertThat(mail.ruled().envelope().recipients()).hasSize(1 + RuleRun.MOST_COPIES);
    }

    @Test
    void eachRuleThatIsMetIsCounted() {
        mail.with("action=score;score=1").with("action=score;score=1;header=X: *").with("action=accept");
        mail.ruled();
        LiveRules live = mail.live;
        assertThat(live.take()).isEqualTo(Map.of(1L, 1L, 3L, 1L));
        live.putBack(Map.of(1L, 1L));
        assertThat(live.take()).isEqualTo(Map.of(1L, 1L));
    }

    @Test
    void hitsOfRulesOfTheFileAreCountedApart() {
        LiveRule rule = LiveRule.ofFile(Mails.rule("name=of-file;action=accept"));
        mail.rules.add(rule);
        mail.ruled();
        assertThat(mail.live.hitsOfFile(rule)).isEqualTo(1);
        assertThat(mail.live.take()).isEmpty();
    }

    @Test
    void whatWouldTakeTooLongIsPutOff() {
        mail.header = "Subject: " + "a".repeat(900_000) + "\n";
        for (int i = 0; i < 1000; i++) {
            mail.with("action=refuse;header=Subject: *b" + i + "*");
        }
        assertThat(mail.ruled().decision()).contains(new Decision.TooMuch());
        mail.isOfApplication = true;
        assertThat(mail.ruled().decision()).isEmpty();
    }

    @Test
    void aThousandRulesDecideAboutUsualMail() {
        for (int i = 0; i < 1000; i++) {
            mail.with("action=refuse;header=Subject: *b" + i + "*;sender=s" + i + ".example");
        }
        assertThat(mail.ruled().decision()).isEmpty();
    }

    @Test
    void whateverStrangersWriteNothingIsThrown() {
        mail.with("action=quarantine;author=.evil.example;header=Subject: *x*y*;recipient=!bob@here.example")
                .with("action=accept;author=sender.example;sender=sender.example");
        Random random = new Random(20261129);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder("From: ");
            for (int j = random.nextInt(60); j > 0; j--) {
                text.append("<>@\",;:()=?utf-8b.xy \\é\n ".charAt(random.nextInt(25)));
            }
            mail.header = text + "\nSubject: =?utf-8?b?" + Integer.toString(random.nextInt(), 36) + "\n";
            assertThat(mail.ruled().decision()).isEmpty();
        }
    }
}
