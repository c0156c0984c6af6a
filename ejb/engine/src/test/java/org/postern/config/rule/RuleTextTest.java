package org.postern.config.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.network.Network;

import java.util.List;

class RuleTextTest {
    private static RuleText text(String lines) {
        return RuleText.of(lines.replace(';', '\n'));
    }

    private static MailRule rule(String lines) {
        return text("name=a;" + lines).toRule();
    }

    @Test
    void aRuleIsKeptAsItIsWritten() {
        RuleText text = text("name=a;action=refuse;client=192.0.2.0/24;client=!192.0.2.9;header=Subject: a=b");
        assertThat(RuleText.of(text.lines())).isEqualTo(text);
        assertThat(text.name()).isEqualTo("a");
        assertThat(text("client=192.0.2.0/24;action=refuse;name=a").lines())
                .isEqualTo("name=a\naction=refuse\nclient=192.0.2.0/24");
    }

    @Test
    void anExclamationMarkExcludes() {
        assertThat(rule("action=accept;client=192.0.2.0/24;client=! 192.0.2.9").who().client()).isEqualTo(
                new OneOf<>(List.of(Network.parse("192.0.2.0/24")), List.of(Network.parse("192.0.2.9"))));
    }

    @Test
    void eachActionHasWhatItNeeds() {
        Mailbox ann = new Mailbox("ann", new Domain("here.example"));
        assertThat(List.of("accept", "quarantine;text=why", "defer", "refuse;text=No thanks", "score;score=-2.5",
                "mark;field=x-team:  sales", "redirect;to=ann@here.example", "copy;to=ann@here.example"))
                .extracting(action -> rule("action=" + action).action())
                .containsExactly(new RuleAction.Accept(), new RuleAction.Quarantine("why"), new RuleAction.Defer(""),
                        new RuleAction.Refuse("No thanks"), new RuleAction.Score(-2.5),
                        new RuleAction.Mark("x-team: sales"), new RuleAction.Redirect(ann), new RuleAction.Copy(ann));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"action=accept;text=x | text is nothing for accept",
            "action=score | score is missing", "action=mark | field is missing", "action=copy | to is missing",
            "action=score;score=101 | 101 is not within -100 to 100", "action=score;score=much | a number such as 2.5",
            "action=mark;field=Subject: spam | a field to be added is X-", "action=refuse;text=Nö | printable ASCII",
            "action=accept;action=refuse | action has one text, not 2", "action=drop | an action is one of accept,",
            "action=accept;colour=red | a rule knows nothing that is called colour",
            "action=accept;header=Subject | as in Subject: *invoice*", "action=accept;header=A b: c | not the name of",
            "action=accept;symbol=spam | a symbol is capital letters",
            "action=accept;authentication=spf=good | as in spf=fail",
            "action=accept;has-attachment=yes | true or false", "action=accept;larger-than=big | a number",
            "action=accept;client=example.org | not an IP address", "action=accept;sender=a b | a recipient is",
            "action=accept;since=2026-12-02;until=2026-12-01 | before since"})
    void whatIsWrongIsTold(String lines, String problem) {
        assertThatThrownBy(() -> rule(lines)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void aRuleHasAName() {
        assertThatThrownBy(() -> text("action=accept").toRule()).hasMessage("name is missing");
        assertThatThrownBy(() -> text("name=A b;action=accept").toRule()).hasMessageContaining("a name is 1 to 40");
    }

    @Test
    void aRuleIsBounded() {
        assertThatThrownBy(() -> rule("action=accept" + ";user=ann".repeat(51)))
                .hasMessage("user has 1 to 50 texts, not 51");
        assertThatThrownBy(() -> rule("action=accept" + (";symbol=" + "A".repeat(400)).repeat(41)))
                .hasMessageContaining("at most 16000");
        assertThatThrownBy(() -> rule("action=accept;header=X: \uD83D"))
                .hasMessageContaining("none of them for control");
        assertThat(rule("action=accept;header=X: \uD83D\uDE00").what().header().size()).isEqualTo(1);
        assertThatThrownBy(() -> rule("action=accept;user=a\u0007")).hasMessageContaining("none of them for control");
    }
}
