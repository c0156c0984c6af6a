package org.postern.web.page.policy;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.rules.RuleDesk;
import org.postern.config.rule.RuleKey;
import org.postern.config.rule.RuleText;
import org.postern.trust.rule.StoredRule;
import org.postern.web.page.Forms;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One rule of the database, as it is written: a new one, or another form of one that there is. */
@Named
@ViewScoped
public class RuleView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<String> ACTIONS = List.of("accept", "quarantine", "defer", "refuse", "score", "mark",
            "redirect", "copy");

    @Inject
    private transient RuleDesk desk;

    private long id;
    private int page = 1;
    private final HashMap<String, String> texts = new HashMap<>();

    /** Puts the rule of this id into the form; shows the list if there is none. */
    public void load() {
        if (id == 0) {
            return;
        }
        desk.find(id)
                .map(StoredRule::text)
                .ifPresentOrElse(
                        rule -> rule.texts().forEach((key, values) -> texts.put(key, String.join("\n", values))),
                        () -> {
                            Forms.tell(Optional.of(Texts.current().say("rules.noRuleXAnyMore", id)), "");
                            Forms.show("rules?page=" + page);
                        });
    }

    /** Saves what was written, and shows it among the others. */
    public void save() {
        boolean saved = Forms.tell(
                id == 0 ? desk.add(written(texts), Forms.person()) : desk.change(id, written(texts), Forms.person()),
                Texts.current().say("rules.theRuleIsSaved"));
        if (saved) {
            Forms.show(id == 0 ? atTheEnd() : "rules?page=" + page + "#rule-" + id);
        }
    }

    /** {@return the rule that these fields make; of a key with one text, the field is that text} */
    static RuleText written(Map<String, String> fields) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (RuleKey<?> key : RuleKey.ALL) {
            String field = Forms.given(fields.get(key.name()));
            List<String> lines = key.most() == 1 ? List.of(field.strip()) : field.lines().map(String::strip).toList();
            List<String> said = lines.stream().filter(line -> !line.isEmpty()).toList();
            if (!said.isEmpty()) {
                texts.put(key.name(), said);
            }
        }
        return new RuleText(texts);
    }

    private String atTheEnd() {
        List<StoredRule> all = desk.all();
        return "rules?page=" + RulesView.pageOf(all.size()) + "#rule-" + all.getLast().id();
    }

    public List<RuleField.Group> getGroups() {
        return RuleField.groups();
    }

    public List<String> getActions() {
        return ACTIONS;
    }

    /** {@return what the fields hold, by the names of the keys} */
    public Map<String, String> getTexts() {
        return texts;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
