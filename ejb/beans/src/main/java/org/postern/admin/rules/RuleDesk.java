package org.postern.admin.rules;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Act;
import org.postern.admin.access.Acts;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.admin.kept.Edits;
import org.postern.assessment.Symbol;
import org.postern.config.kept.KeptChange;
import org.postern.config.rule.MailRule;
import org.postern.config.rule.RuleText;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;
import org.postern.trust.rule.LiveRule;
import org.postern.trust.rule.LiveRules;
import org.postern.trust.rule.RuleAssembly;
import org.postern.trust.rule.Ruled;
import org.postern.trust.rule.RuleStore;
import org.postern.trust.rule.StoredRule;
import org.postern.trust.rule.Trial;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be done with rules in the database. Each act gives back what was wrong with it; empty if it is done. */
@Desk
@Singleton
public class RuleDesk {
    private static final Sentence.Form RULE = Sentence.form("auditRuleX", "rule {0}");
    private static final Sentence.Form BEFORE = Sentence.form("auditRuleBeforeX", "before rule {0}");
    private static final Sentence ON = Sentence.form("auditRuleOn", "on").with();
    private static final Sentence OFF = Sentence.form("auditRuleOff", "off").with();
    private static final Sentence.Form ON_TOP = Sentence.form("onTopX",
            "On top: {0}");
    private static final Sentence.Form FOR = Sentence.form("forX",
            "For: {0}");
    private static final Sentence NONE_DECIDES = Sentence.form("noRuleDecides",
            "No rule decides; the rest of the checks and the score do.").with();
    private static final Sentence.Form DECIDES = Sentence.form("ruleXDecides",
            "Rule {0} decides: {1}.");
    private static final Sentence TOO_LONG_TO_ASK = Sentence.form("rulesTakeTooLong",
            "To ask all rules takes too long: it is put off.").with();
    private static final Sentence NO_SUCH_RULE = Sentence.form("noSuchRule", "There is no such rule.").with();
    private static final Sentence.Form FULL = Sentence.form("manyRules", "There are {0} rules already.");
    private static final Sentence.Form SAME_NAME = Sentence.form("ruleOfThisName",
            "Rule {0,number,#} has this name already: {1}.");

    private final RuleStore store;
    private final RuleAssembly assembly;
    private final LiveRules live;
    private final InstantSource clock;
    private final ZoneId zone;

    @Inject
    RuleDesk(RuleStore store, RuleAssembly assembly, LiveRules live, InstantSource clock, ZoneId zone) {
        this.store = store;
        this.assembly = assembly;
        this.live = live;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * A rule of the file.
     *
     * @param hits messages that have met it on this node since its start
     */
    public record OfFile(MailRule rule, long hits) {}

    /** {@return the rules of the database, in their order} */
    @Looks(Role.AUDITOR)
    public List<StoredRule> all() {
        return store.rules();
    }

    /** {@return the rule of the database with this id} */
    @Looks(Role.AUDITOR)
    public Optional<StoredRule> find(long id) {
        return stored(id);
    }

    private Optional<StoredRule> stored(long id) {
        return store.rules().stream().filter(rule -> rule.id() == id).findFirst();
    }

    /** {@return the rules of the file, which come after those} */
    @Looks(Role.AUDITOR)
    public List<OfFile> ofFile() {
        return assembly.file().stream().map(rule -> new OfFile(rule, live.hitsOfFile(LiveRule.ofFile(rule)))).toList();
    }

    /** Adds a rule behind all others of the database. */
    @Acts(value = Role.ADMINISTRATOR, as = "rule added", atOnce = true)
    public Optional<Sentence> add(RuleText text, String by) {
        List<StoredRule> all = store.rules();
        Optional<Sentence> fault = all.size() >= RuleStore.MOST
                ? Optional.of(FULL.with(RuleStore.MOST))
                : faultOf(text, all, 0);
        if (fault.isEmpty()) {
            Act.tells(RULE.with(text.name()), Act.NOTHING, Sentence.asItIs(text.lines()));
            Edits.tell(Optional.empty(), Optional.of(RuleShelf.thing(text, true)));
            store.add(text, by, clock.instant());
        }
        return fault;
    }

    /** Lets a rule say this, and nothing of what it said before. */
    @Acts(value = Role.ADMINISTRATOR, as = "rule changed", atOnce = true)
    public Optional<Sentence> change(long id, RuleText text, String by) {
        Act.tells(rule(id), before(id), Sentence.asItIs(text.lines()));
        stored(id).ifPresent(rule -> Edits.tell(Optional.of(RuleShelf.thing(rule)),
                Optional.of(RuleShelf.thing(text, rule.enabled()))));
        return faultOf(text, store.rules(), id).or(() -> found(store.replace(id, text, by, clock.instant())));
    }

    /** Switches a rule on or off. */
    @Acts(value = Role.ADMINISTRATOR, as = "rule switched", atOnce = true)
    public Optional<Sentence> enable(long id, boolean whether, String by) {
        Act.tells(rule(id), before(id), whether ? ON : OFF);
        stored(id).ifPresent(rule -> Edits.tell(Optional.of(RuleShelf.thing(rule)),
                Optional.of(RuleShelf.thing(rule.text(), whether))));
        return found(store.enable(id, whether, by, clock.instant()));
    }

    /** Lets a rule be asked right before another one of the database. */
    @Acts(value = Role.ADMINISTRATOR, as = "rule moved", atOnce = true)
    public Optional<Sentence> moveBefore(long id, long other) {
        Act.tells(rule(id), before(id), BEFORE.with(Long.toString(other)));
        if (id == other) {
            Act.didNothing();
            return Optional.empty();
        }
        List<StoredRule> rules = store.rules();
        stored(id).ifPresent(rule -> Edits.tell(KeptChange.moved(RuleShelf.thing(rule), RuleShelf.next(rules, id),
                stored(other).map(next -> next.text().name()).orElse(""))));
        return found(store.moveBefore(id, other));
    }

    @Acts(value = Role.ADMINISTRATOR, as = "rule deleted", atOnce = true)
    public Optional<Sentence> delete(long id) {
        Act.tells(rule(id), before(id), Act.NOTHING);
        stored(id).ifPresent(rule -> Edits.tell(
                KeptChange.removed(RuleShelf.thing(rule), RuleShelf.next(store.rules(), id))));
        return found(store.remove(id));
    }

    private Sentence before(long id) {
        return stored(id).map(rule -> Sentence.joined("; ",
                List.of(rule.enabled() ? ON : OFF, Sentence.asItIs(rule.text().lines())))).orElse(Act.NOTHING);
    }

    private static Sentence rule(long id) {
        return RULE.with(Long.toString(id));
    }

    /** {@return what the rules that count on this node would make of such mail now, in sentences; or what is wrong with the question} */
    @Looks(Role.AUDITOR)
    public List<Sentence> wouldSay(TrialDraft draft) {
        Trial trial;
        try {
            trial = draft.toTrial();
        } catch (IllegalArgumentException wrong) {
            return List.of(RefusedException.sentenceOf(wrong));
        }
        int given = trial.found().size();
        Ruled ruled = trial.of(live.get(), clock.instant().atZone(zone));
        List<Sentence> said = new ArrayList<>();
        ruled.assessment().symbols().stream().skip(given).map(RuleDesk::words).forEach(said::add);
        ruled.fields().forEach(field -> said.add(ON_TOP.with(field)));
        said.add(FOR.with(ruled.envelope()
                .recipients()
                .stream()
                .map(recipient -> recipient.mailbox().toString())
                .collect(Collectors.joining(", "))));
        said.add(ruled.decision()
                .map(RuleDesk::words)
                .orElse(NONE_DECIDES));
        return said;
    }

    private static Sentence words(Symbol symbol) {
        return Sentence.asItIs(symbol.name() + " " + symbol.weight() + ": " + symbol.evidence());
    }

    private static Sentence words(Ruled.Decision decision) {
        return switch (decision) {
            case Ruled.Decision.By(MailRule rule) -> DECIDES.with(rule.name(), rule.deed());
            case Ruled.Decision.TooMuch() -> TOO_LONG_TO_ASK;
        };
    }

    private static Optional<Sentence> found(boolean found) {
        return found ? Optional.empty() : Optional.of(NO_SUCH_RULE);
    }

    private static Optional<Sentence> faultOf(RuleText text, List<StoredRule> all, long id) {
        MailRule rule;
        try {
            rule = text.toRule();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(RefusedException.sentenceOf(wrong));
        }
        return all.stream()
                .filter(other -> other.id() != id && other.text().name().equals(rule.name()))
                .findFirst()
                .map(other -> SAME_NAME.with(other.id(), rule.name()));
    }
}
