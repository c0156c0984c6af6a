package org.postern.admin.kept;

import org.postern.config.kept.KeptChange;
import org.postern.config.kept.KeptText;
import org.postern.config.kept.KeptThing;

import java.util.List;
import java.util.Optional;

/** Changes as people look at them before they are made. */
final class Differences {
    private Differences() {}

    static List<Preview.Difference> of(List<KeptChange> changes) {
        return changes.stream().map(Differences::of).toList();
    }

    private static Preview.Difference of(KeptChange change) {
        List<String> before = text(change.before());
        List<String> after = text(change.after());
        boolean both = change.before().isPresent() && change.after().isPresent();
        return new Preview.Difference(change.word(), change.thing().kind().said(), change.key(),
                before.stream().filter(line -> !both || !after.contains(line)).toList(),
                change.moves()
                        ? List.of(change.nextAfter().isEmpty() ? "behind all others" : "before " + change.nextAfter())
                        : after.stream().filter(line -> !both || !before.contains(line)).toList());
    }

    /** {@return the lines of a thing but that of its kind} */
    private static List<String> text(Optional<KeptThing> thing) {
        return thing.map(KeptText::of).map(text -> text.lines().skip(1).toList()).orElse(List.of());
    }
}
