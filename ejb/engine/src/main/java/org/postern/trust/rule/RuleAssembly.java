package org.postern.trust.rule;

import org.postern.config.rule.MailRule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Puts together what the file and the database say. Rules of the database come first, as routes do: what changes daily before what was laid down.
 *
 * @param file the rules of the file, in its order
 */
public record RuleAssembly(List<MailRule> file) {
    public RuleAssembly {
        file = List.copyOf(file);
    }

    /** {@return what holds from now on} What cannot be understood, or has a name that another one has, is told and left out. */
    public List<LiveRule> of(List<StoredRule> stored, Consumer<String> problems) {
        List<LiveRule> all = new ArrayList<>(stored.size() + file.size());
        Set<String> names = new HashSet<>();
        for (StoredRule one : stored) {
            if (one.enabled()) {
                try {
                    LiveRule rule = LiveRule.stored(one.id(), one.text().toRule());
                    add(rule, all, names, problems);
                } catch (IllegalArgumentException e) {
                    problems.accept("rule " + one.id() + ": " + e.getMessage());
                }
            }
        }
        file.forEach(rule -> add(LiveRule.ofFile(rule), all, names, problems));
        return List.copyOf(all);
    }

    private static void add(LiveRule rule, List<LiveRule> all, Set<String> names, Consumer<String> problems) {
        if (names.add(rule.rule().name())) {
            all.add(rule);
        } else {
            problems.accept((rule.isOfFile() ? "the rule of the file " : "rule " + rule.key() + ", ")
                    + rule.rule().name() + ": one before it has its name");
        }
    }
}
