package org.postern.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.rule.RecipientPattern;
import org.postern.config.rule.RetryRule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class RetryRuleReaderTest {
    private static Reading read(String text) {
        return new ConfigurationReader(Overrides.none()).read("gw.toml", text);
    }

    private static List<String> problems(String text) {
        return ((Reading.Invalid) read(text)).problems().stream().map(Problem::toString).toList();
    }

    @Test
    void readsWhatIsDifferentForSomeRecipientsInTheOrderOfTheFile() {
        Configuration configuration = ((Reading.Valid) read("""
                [[retry-rule]]
                recipient    = ".example.org"
                schedule     = "5m,30m,2h"
                full         = "1h"
                expiry       = "1d"
                delay-notice = "0s"
                [[retry-rule]]
                recipient    = "alice@example.net"
                """)).configuration();
        assertThat(configuration.retryRules()).containsExactly(
                new RetryRule(RecipientPattern.parse(".example.org"),
                        Optional.of(List.of(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2))),
                        Map.of(RetryRule.Kind.FULL, List.of(Duration.ofHours(1))), Optional.of(Duration.ofDays(1)),
                        Optional.of(Duration.ZERO)),
                new RetryRule(RecipientPattern.parse("alice@example.net"), Optional.empty(), Map.of(), Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void saysWhatIsWrongAndInWhichLine() {
        assertThat(problems("""
                [[retry-rule]]
                schedule = "5m"
                [[retry-rule]]
                recipient = "example.org"
                schedule = "5 minutes"
                full = ""
                expiry = "90d"
                delay-notice = 4
                greylist = "1m"
                """)).containsExactly("gw.toml:1:1: recipient is missing",
                "gw.toml:5:1: a duration is a number and ms, s, m, h or d, such as 5m; not 5 minutes",
                "gw.toml:6:1: full has at least one waiting time",
                "gw.toml:7:1: 90d is not within 1s to 30d",
                "gw.toml:8:1: delay-notice is a text in quotes",
                "gw.toml:9:1: unknown: greylist; is greylisted meant?");
    }

    @Test
    void wantsEachRuleAsATableOfItsOwn() {
        assertThat(problems("retry-rule = \"example.org\"\n")).singleElement()
                .asString()
                .startsWith("gw.toml:1:1: each is written as a table of its own: [[retry-rule]]");
    }
}
