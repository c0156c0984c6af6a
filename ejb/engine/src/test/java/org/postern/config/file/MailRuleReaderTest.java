package org.postern.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.rule.MailRule;
import org.postern.config.rule.RuleText;
import org.tomlj.Toml;

import java.util.List;

class MailRuleReaderTest {
    private final Problems problems = new Problems("f");

    private List<MailRule> read(String file) {
        return new MailRuleReader(problems).read(Toml.parse(file));
    }

    private List<String> problems(String file) {
        read(file);
        return problems.all().stream().map(Problem::toString).toList();
    }

    @Test
    void aRuleIsReadWithOneTextOrManyNumbersFlagsAndDays() {
        assertThat(read("""
                [[rule]]
                name = "late"
                action = "score"
                score = 2.5
                client = "192.0.2.0/24"
                header = ["Subject: *invoice*", "!X-Known: *"]
                has-attachment = true
                since = 2026-12-24
                [[rule]]
                name = "rest"
                action = "accept"
                """)).containsExactly(RuleText.of("""
                name=late
                action=score
                score=2.5
                client=192.0.2.0/24
                header=Subject: *invoice*
                header=!X-Known: *
                has-attachment=true
                since=2026-12-24
                """).toRule(), RuleText.of("name=rest\naction=accept").toRule());
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void eachProblemHasItsLine() {
        assertThat(problems("""
                [[rule]]
                name = "a"
                action = "accept"
                subject = "x"
                client = ["192.0.2.0/24", "x"]
                header = "Subject"
                [[rule]]
                action = "refuse"
                [[rule]]
                name = "b"
                action = "mark"
                [[rule]]
                name = "c"
                action = "accept"
                [[rule]]
                name = "c"
                action = "accept"
                hours = [["09:00-10:00"]]
                [[rule]]
                name = "c"
                action = "accept"
                """)).hasSize(7)
                .anySatisfy(problem -> assertThat(problem).startsWith("f:4:1: unknown: subject"))
                .anySatisfy(problem -> assertThat(problem).startsWith("f:5:1: not an IP address"))
                .anySatisfy(problem -> assertThat(problem).startsWith("f:6:1: a field is written as in"))
                .contains("f:7:1: name is missing", "f:10:1: field is missing",
                        "f:18:1: hours is a text in quotes, or a list of such texts",
                        "f:20:1: there is another rule of this name: c");
    }

    @Test
    void whatHeaderRulesAreWrittenAsNowIsTold() {
        assertThat(problems("""
                [[header-rule]]
                field = "X"
                """)).singleElement().asString().startsWith("f:1:1: a [[header-rule]] is written as a [[rule]]");
    }
}
