package org.postern.admin.kept;

import org.postern.config.kept.KeptChange;
import org.postern.config.kept.KeptText;
import org.postern.config.kept.KeptThing;
import org.postern.sentence.Sentence;

import java.util.List;
import java.util.Optional;

/** Changes as people look at them before they are made. */
final class Differences {
    private static final Sentence LAST = Sentence.form("behindAllOthers", "behind all others").with();
    private static final Sentence.Form BEFORE = Sentence.form("beforeX", "before {0}");

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
                        ? List.of(change.nextAfter().isEmpty() ? LAST : BEFORE.with(change.nextAfter()))
                        : after.stream()
                                .filter(line -> !both || !before.contains(line))
                                .map(Sentence::asItIs)
                                .toList());
    }

    /** {@return the lines of a thing but that of its kind} */
    private static List<String> text(Optional<KeptThing> thing) {
        return thing.map(KeptText::of).map(text -> text.lines().skip(1).toList()).orElse(List.of());
    }
}
