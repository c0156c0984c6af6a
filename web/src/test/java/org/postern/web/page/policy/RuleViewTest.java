package org.postern.web.page.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.rule.RuleKey;
import org.postern.config.rule.RuleText;

import java.util.List;
import java.util.Map;

/** The form of a rule. */
class RuleViewTest {
    @Test
    void whatIsLeftEmptyIsNotSaidAndLinesAreTexts() {
        RuleText rule = RuleView.written(Map.of("name", " invoices ", "action", "quarantine", "comment", "", "header",
                "Subject: *invoice*\r\n\r\n  Subject: *rechnung*\n", "user", " \n"));
        assertThat(rule.texts()).isEqualTo(Map.of("name", List.of("invoices"), "action", List.of("quarantine"),
                "header", List.of("Subject: *invoice*", "Subject: *rechnung*")));
        assertThat(rule.toRule().name()).isEqualTo("invoices");
    }

    @Test
    void eachKeyOfARuleHasItsField() {
        List<RuleField.Group> groups = RuleField.groups();
        assertThat(groups).hasSize(4);
        assertThat(groups.stream().flatMap(group -> group.fields().stream()).map(RuleField::name))
                .containsExactlyElementsOf(RuleKey.ALL.stream().map(RuleKey::name).toList());
    }

    @Test
    void eachActionThatIsOfferedIsOne() {
        for (String action : new RuleView().getActions()) {
            String more = switch (action) {
                case "score" -> "\nscore=1";
                case "mark" -> "\nfield=X-A: b";
                case "redirect", "copy" -> "\nto=a@b.example";
                default -> "";
            };
            assertThat(RuleText.of("name=a\naction=" + action + more).toRule().name()).isEqualTo("a");
        }
    }
}
