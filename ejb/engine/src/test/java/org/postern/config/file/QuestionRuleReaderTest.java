package org.postern.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.rule.QuestionRule;
import org.postern.config.rule.QuestionRule.Step;
import org.postern.config.rule.RecipientPattern;

import java.time.Duration;
import java.util.List;

class QuestionRuleReaderTest {
    private static Reading read(String text) {
        return new ConfigurationReader(Overrides.none()).read("gw.toml", text);
    }

    private static List<String> problems(String text) {
        return ((Reading.Invalid) read(text)).problems().stream().map(Problem::toString).toList();
    }

    @Test
    void readsWhomToAskAboutWhom() {
        Configuration configuration = ((Reading.Valid) read("""
                [[question]]
                recipient   = "shop.example"
                at          = "rcpt"
                application = "shop"
                within      = "500ms"
                remembered  = "0s"
                waiting     = 20
                [[question]]
                recipient   = "*"
                at          = "data"
                application = "archive"
                """)).configuration();
        assertThat(configuration.questions()).containsExactly(
                new QuestionRule(RecipientPattern.parse("shop.example"), Step.RCPT, "shop", Duration.ofMillis(500),
                        Duration.ZERO, 20),
                new QuestionRule(RecipientPattern.parse("*"), Step.DATA, "archive", Duration.ofSeconds(5),
                        Duration.ofMinutes(1), 50));
    }

    @Test
    void saysWhatIsWrongAndInWhichLine() {
        assertThat(problems("""
                [[question]]
                at = "helo"
                application = "shop"
                [[question]]
                recipient = "a.example"
                at = "rcpt"
                application = "my shop"
                within = "5m"
                [[route]]
                recipient = "b.example"
                to = "queue:questions.shop"
                """)).hasSize(5)
                .anySatisfy(problem -> assertThat(problem).contains("recipient is missing"))
                .anySatisfy(problem -> assertThat(problem).contains("\"rcpt\" or \"data\", not helo"))
                .anySatisfy(problem -> assertThat(problem).contains("7").contains("letters, digits"))
                .anySatisfy(problem -> assertThat(problem).contains("5m is not within"))
                .anySatisfy(problem -> assertThat(problem).contains("for questions, and keep no mail"));
    }
}
