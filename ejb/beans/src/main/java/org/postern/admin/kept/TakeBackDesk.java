package org.postern.admin.kept;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Act;
import org.postern.admin.access.Acts;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.NotAllowedException;
import org.postern.admin.access.Role;
import org.postern.admin.audit.AuditLines;
import org.postern.admin.audit.Undoing;
import org.postern.config.kept.KeptChange;
import org.postern.config.kept.KeptText;
import org.postern.config.kept.KeptThing;
import org.postern.sentence.Sentence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts back what an act has changed, as another act. */
@Desk
@Singleton
public class TakeBackDesk {
    private static final Sentence.Form LINE = Sentence.form("auditBackLineX", "line {0}");
    private static final Sentence.Form AND_MORE = Sentence.form("auditBackXAndXMore", "{0} and {1} more");
    private static final Sentence NO_WAY = Sentence.form("cannotBeTakenBack",
            "It cannot be taken back: that is possible for what was changed about settings, routes, aliases, rules, lists and"
                    + " limits of destinations, and for an import of them, since it is kept how these were. What was done to mail has been done; people, keys, passwords and"
                    + " tokens have secrets, which are not kept.")
            .with();
    private static final Sentence ALREADY = Sentence.form("takenBackAlready", "It was taken back already.").with();
    private static final Sentence.Form LOSES = Sentence.form("takingBackLoses",
            "{0} Nothing is changed. If that is meant, say so (clears).");
    private static final Sentence.Form NOTHING_LEFT = Sentence.form("takingBackLeavesNothing",
            "Nothing of this kind would be left: {0}.");

    private static final int MOST_TOLD = 10;
    /** What has changed more things than this is tried when somebody looks at it alone. */
    private static final int MOST_TRIED = 100;

    private final Shelves shelves;
    private final AuditLines lines;

    @Inject
    TakeBackDesk(Shelves shelves, AuditLines lines) {
        this.shelves = shelves;
        this.lines = lines;
    }

    /**
     * {@return what would be done if this act were taken back, or as its problem why that is not possible} Nothing is done.
     *
     * @param key of its line in the audit log
     */
    @Looks(Role.OPERATOR)
    public Preview preview(long key) {
        List<KeptChange> changes = changes(key);
        Undo undo = new Undo(shelves);
        return obstacle(key, changes)
                .or(() -> undo.all(changes))
                .map(fault -> Preview.wrong(List.of(new Preview.Flaw(0, 0, fault))))
                .orElseGet(() -> new Preview(List.of(), Differences.of(undo.steps()), lost(undo.steps()),
                        shelves.warnings(undo.steps()), ""));
    }

    /**
     * Takes an act back, as a whole or not at all.
     *
     * @param key of its line in the audit log
     * @param clears whether what {@link #preview} says of kinds of which nothing would be left, and of what would be deleted, is meant; without it, nothing is
     *        done where it says so
     * @return why that is not possible; empty if it is done
     */
    @Acts(value = Role.OPERATOR, as = "taken back", atOnce = true)
    public Optional<Sentence> takeBack(long key, boolean clears, String by) {
        shelves.hold();
        List<KeptChange> changes = changes(key);
        Optional<Sentence> obstacle = obstacle(key, changes);
        if (obstacle.isPresent()) {
            return obstacle;
        }
        changes.forEach(this::allowed);
        Undo undo = new Undo(shelves);
        Optional<Sentence> fault = undo.all(changes).or(() -> loss(undo.steps(), clears));
        if (fault.isEmpty()) {
            shelves.make(undo.steps(), by);
            Act.tells(Sentence.joined(": ", List.of(LINE.with(Long.toString(key)), said(changes))),
                    texts(undo.steps(), KeptChange::before), texts(undo.steps(), KeptChange::after));
            Act.takesBack(key);
            Edits.tell(undo.steps());
        }
        return fault;
    }

    private List<KeptChange> changes(long key) {
        return lines.edits(key).stream().map(Edits::read).toList();
    }

    private Optional<Sentence> obstacle(long key, List<KeptChange> changes) {
        if (changes.isEmpty()) {
            return Optional.of(NO_WAY);
        }
        return Optional.ofNullable(lines.undoing(List.of(key)).get(key))
                .filter(one -> one.by() > 0)
                .map(one -> ALREADY);
    }

    /** {@return the kinds of which nothing would be left} Who removes a single thing has seen that it was the last one. */
    private List<Sentence> lost(List<KeptChange> steps) {
        return steps.size() > 1 ? shelves.lost(steps) : List.of();
    }

    private Optional<Sentence> loss(List<KeptChange> steps, boolean clears) {
        List<Sentence> sentences = new ArrayList<>(shelves.warnings(steps));
        List<Sentence> lost = lost(steps);
        if (!lost.isEmpty()) {
            sentences.addFirst(NOTHING_LEFT.with(Sentence.joined(", ", lost)));
        }
        return clears || sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(LOSES.with(Sentence.joined(" ", sentences)));
    }

    /** {@return whether what this act has changed is for whoever asks, to change and to take back} */
    @Looks(Role.AUDITOR)
    public boolean isForCaller(long key) {
        return changes(key).stream().allMatch(change -> isAllowed(needed(change)));
    }

    /**
     * {@return those of these acts that would be taken back if whoever looks asked for it now} Of an act that has changed more than {@value #MOST_TRIED} things it is
     * looked at alone whether it is for whoever looks.
     *
     * @param keys of their lines in the audit log
     */
    @Looks(Role.AUDITOR)
    public Set<Long> possible(Collection<Long> keys) {
        Shelves now = shelves.read();
        Map<Long, Undoing> known = lines.undoing(keys);
        return keys.stream()
                .filter(key -> Optional.ofNullable(known.get(key)).filter(one -> one.by() > 0).isEmpty())
                .filter(key -> isPossible(key, now))
                .collect(Collectors.toSet());
    }

    private boolean isPossible(long key, Shelves now) {
        List<KeptChange> changes = lines.edits(key, MOST_TRIED + 1).stream().map(Edits::read).toList();
        return !changes.isEmpty() && changes.stream().allMatch(change -> isAllowed(needed(change)))
                && (changes.size() > MOST_TRIED || new Undo(now).all(changes).isEmpty());
    }

    private Role needed(KeptChange change) {
        return shelves.of(change.thing().kind()).map(Shelf::role).orElse(Role.ADMINISTRATOR);
    }

    private static boolean isAllowed(Role needed) {
        return Caller.current().filter(caller -> caller.role().covers(needed)).isPresent();
    }

    private void allowed(KeptChange change) {
        Role needed = needed(change);
        if (!isAllowed(needed)) {
            throw new NotAllowedException("to take this back is for " + needed.word());
        }
    }

    private static Sentence said(List<KeptChange> changes) {
        KeptThing first = changes.getFirst().thing();
        Sentence said = (switch (first.kind()) {
            case SETTING -> Sentence.form("auditBackSettingX", "setting {0}");
            case ROUTE -> Sentence.form("auditBackRouteX", "route {0}");
            case ALIAS -> Sentence.form("auditBackAliasX", "alias {0}");
            case RULE -> Sentence.form("auditBackRuleX", "rule {0}");
            case ENTRY -> Sentence.form("auditBackEntryX", "list entry {0}");
            case DESTINATION -> Sentence.form("auditBackDestinationX", "destination {0}");
        }).with(first.key());
        return changes.size() == 1 ? said : AND_MORE.with(said, Integer.toString(changes.size() - 1));
    }

    private static Sentence texts(List<KeptChange> steps, Function<KeptChange, Optional<KeptThing>> side) {
        return Sentence.asItIs(steps.stream()
                .limit(MOST_TOLD)
                .map(step -> side.apply(step).map(KeptText::of).orElse(""))
                .collect(Collectors.joining()));
    }
}
