package org.postern.trust.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.rule.RuleText;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class RuleAssemblyTest {
    private final List<String> problems = new ArrayList<>();

    private static StoredRule stored(long id, boolean enabled, String lines) {
        return new StoredRule(id, enabled, RuleText.of(lines), "ann", Instant.EPOCH, 0, Optional.empty());
    }

    private List<String> keys(StoredRule... stored) {
        RuleAssembly assembly = new RuleAssembly(
                List.of(Mails.rule("name=a;action=accept"), Mails.rule("name=b;action=refuse")));
        return assembly.of(List.of(stored), problems::add).stream().map(LiveRule::key).toList();
    }

    @Test
    void rulesOfTheDatabaseComeFirstAndThoseSwitchedOffDoNotCount() {
        assertThat(keys(stored(7, true, "name=c\naction=defer"), stored(8, false, "name=d\naction=defer")))
                .containsExactly("7", "file:a", "file:b");
        assertThat(problems).isEmpty();
    }

    @Test
    void aRuleOfTheFileGivesWayToOneOfItsName() {
        assertThat(keys(stored(7, true, "name=b\naction=accept"))).containsExactly("7", "file:a");
        assertThat(problems).containsExactly("the rule of the file b: one before it has its name");
    }

    @Test
    void whatIsNotUnderstoodIsToldAndLeftOut() {
        assertThat(keys(stored(7, true, "name=c\naction=sing"))).containsExactly("file:a", "file:b");
        assertThat(problems).singleElement().asString().startsWith("rule 7: an action is one of");
    }
}
