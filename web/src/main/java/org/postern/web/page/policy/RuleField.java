package org.postern.web.page.policy;

import org.postern.config.rule.RuleKey;
import org.postern.web.text.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A key of a rule, as a field of its form.
 *
 * @param name of the key
 * @param many whether it may have several texts, one a line
 * @param meaning in pieces, of which each second is a word as it is written
 */
public record RuleField(String name, boolean many, List<String> meaning) {
    /** Where a group of fields begins, and what it is called. */
    private static final Map<String, String> HEADINGS = Map.of("name", "rules.whatItDoes", "client",
            "rules.whoseMailItIsFor",
            "header", "rules.whichMailItIsFor", "hours", "rules.whenItCounts");

    /** Fields under a heading. */
    public record Group(String heading, List<RuleField> fields) {}

    private static RuleField of(RuleKey<?> key, Texts texts) {
        return new RuleField(key.name(), key.most() > 1, texts.pieces(texts.say("ruleKeys." + key.name())));
    }

    /** {@return all of them, in the order in which people look for them} */
    static List<Group> groups() {
        Texts texts = Texts.current();
        List<Group> groups = new ArrayList<>();
        for (RuleKey<?> key : RuleKey.ALL) {
            if (HEADINGS.containsKey(key.name())) {
                groups.add(new Group(texts.say(HEADINGS.get(key.name())), new ArrayList<>()));
            }
            groups.getLast().fields().add(of(key, texts));
        }
        return groups;
    }
}
