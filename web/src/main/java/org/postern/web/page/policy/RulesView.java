package org.postern.web.page.policy;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.rules.RuleDesk;
import org.postern.config.rule.RuleText;
import org.postern.trust.rule.StoredRule;
import org.postern.web.page.Forms;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules: those of the database in their order, those of the file behind them. Each act ends with the page shown anew, at the rule it was about. */
@Named
@ViewScoped
public class RulesView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LINES = 100;
    /** What has columns of its own. */
    private static final Set<String> SHOWN = Set.of("name", "action", "comment");

    @Inject
    private transient RuleDesk desk;

    private int page = 1;
    private transient List<StoredRule> all;

    private List<StoredRule> all() {
        if (all == null) {
            all = desk.all();
        }
        return all;
    }

    /** {@return those of this page} */
    public List<StoredRule> getRules() {
        int first = (Math.clamp(page, 1, getPages()) - 1) * LINES;
        return all().subList(first, Math.min(first + LINES, all().size()));
    }

    public int getPages() {
        return pageOf(all().size());
    }

    /** {@return the page on which the last of so many rules stands} */
    static int pageOf(int rules) {
        return Math.max(1, (rules + LINES - 1) / LINES);
    }

    public List<RuleDesk.OfFile> getOfFile() {
        return desk.ofFile();
    }

    /** {@return the text of a key of a rule; empty if it has none} */
    public String text(RuleText rule, String key) {
        return rule.texts().getOrDefault(key, List.of()).stream().findFirst().orElse("");
    }

    /** {@return what else a rule says, a line for each key} */
    public List<String> conditions(RuleText rule) {
        return rule.texts()
                .entrySet()
                .stream()
                .filter(entry -> !SHOWN.contains(entry.getKey()))
                .map(entry -> entry.getKey() + " = " + String.join(", ", entry.getValue()))
                .toList();
    }

    /** Enables or disables the rule that the request names. */
    public void toggle() {
        long id = Forms.number("rule");
        boolean enable = Forms.parameter("enable").equals("true");
        Forms.tell(desk.enable(id, enable, Forms.person()),
                Texts.current().say(enable ? "rules.ruleXIsEnabled" : "rules.ruleXIsDisabled", id));
        showAt(id);
    }

    /** Deletes the rule that the request names. */
    public void delete() {
        long id = Forms.number("rule");
        Forms.tell(desk.delete(id), Texts.current().say("rules.ruleXIsDeleted", id));
        showAt(0);
    }

    /** Lets the rule that the request names be asked before the one that stands before it. */
    public void up() {
        long id = Forms.number("rule");
        List<StoredRule> now = desk.all();
        int at = now.stream().map(StoredRule::id).toList().indexOf(id);
        if (at > 0) {
            long before = now.get(at - 1).id();
            Forms.tell(desk.moveBefore(id, before), Texts.current().say("rules.ruleXIsAskedBeforeX", id, before));
        } else if (at < 0) {
            Forms.tell(Optional.of(Texts.current().say("rules.noRuleXAnyMore", id)), "");
        }
        showAt(id);
    }

    private void showAt(long id) {
        Forms.show("rules?page=" + page + (id == 0 ? "" : "#rule-" + id));
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
