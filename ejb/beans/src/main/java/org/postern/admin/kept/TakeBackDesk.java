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

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts back what an act has changed, as another act. */
@Desk
@Singleton
public class TakeBackDesk {
    private static final Sentence NO_WAY = Sentence.form("cannotBeTakenBack",
            "It cannot be taken back: that is possible for what was changed about settings, routes, aliases, rules, lists and"
                    + " limits of destinations, and for an import of them, since it is kept how these were. What was done to mail has been done; people, keys, passwords and"
                    + " tokens have secrets, which are not kept.")
            .with();
    private static final Sentence ALREADY = Sentence.form("takenBackAlready", "It was taken back already.").with();
    private static final Sentence.Form LOSES = Sentence.form("takingBackLoses",
            "{0} Nothing is changed. Change the setting itself, if that is meant.");

    private static final int MOST_TOLD = 10;

    private final Shelves shelves;
    private final AuditLines lines;

    @Inject
    TakeBackDesk(Shelves shelves, AuditLines lines) {
        this.shelves = shelves;
        this.lines = lines;
    }

    /**
     * Takes an act back, as a whole or not at all.
     *
     * @param key of its line in the audit log
     * @return why that is not possible; empty if it is done
     */
    @Acts(value = Role.OPERATOR, as = "taken back", atOnce = true)
    public Optional<Sentence> takeBack(long key, String by) {
        shelves.hold();
        List<KeptChange> changes = lines.edits(key).stream().map(Edits::read).toList();
        Optional<Undoing> undoing = Optional.ofNullable(lines.undoing(List.of(key)).get(key));
        if (changes.isEmpty()) {
            return Optional.of(NO_WAY);
        }
        if (undoing.filter(one -> one.by() > 0).isPresent()) {
            return Optional.of(ALREADY);
        }
        changes.forEach(this::allowed);
        Undo undo = new Undo(shelves);
        Optional<Sentence> fault = undo.all(changes).map(Sentence::asItIs).or(() -> loss(changes, undo.steps()));
        if (fault.isEmpty()) {
            shelves.make(undo.steps(), by);
            Act.tells("line " + key + ": " + words(changes), texts(undo.steps(), KeptChange::before),
                    texts(undo.steps(), KeptChange::after));
            Act.takesBack(key);
            Edits.tell(undo.steps());
        }
        return fault;
    }

    /** What an import did is put back as a whole, and there is an hour to think better of it; of a single setting it can be said before what that deletes. */
    private Optional<Sentence> loss(List<KeptChange> changes, List<KeptChange> steps) {
        List<String> warnings = changes.size() > 1 ? List.of() : shelves.warnings(steps);
        return warnings.isEmpty()
                ? Optional.empty()
                : Optional.of(LOSES.with(String.join(" ", warnings)));
    }

    /** {@return whether what this act has changed is for whoever asks, to change and to take back} */
    @Looks(Role.AUDITOR)
    public boolean isForCaller(long key) {
        return lines.edits(key).stream().map(Edits::read).allMatch(change -> isAllowed(needed(change)));
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

    private static String words(List<KeptChange> changes) {
        KeptChange first = changes.getFirst();
        return first.thing().kind().word() + " " + first.thing().key()
                + (changes.size() == 1 ? "" : " and " + (changes.size() - 1) + " more");
    }

    private static String texts(List<KeptChange> steps, Function<KeptChange, Optional<KeptThing>> side) {
        return steps.stream()
                .limit(MOST_TOLD)
                .map(step -> side.apply(step).map(KeptText::of).orElse(""))
                .collect(Collectors.joining());
    }
}
