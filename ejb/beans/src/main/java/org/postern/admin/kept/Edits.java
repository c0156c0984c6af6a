package org.postern.admin.kept;

import org.postern.admin.access.Act;
import org.postern.admin.access.Edit;
import org.postern.config.file.KeptReader;
import org.postern.config.kept.KeptChange;
import org.postern.config.kept.KeptText;
import org.postern.config.kept.KeptThing;

import java.util.List;
import java.util.Optional;

/** Changes as the audit log keeps them. */
public final class Edits {
    private Edits() {}

    /** Says for the audit log what an act changes. */
    public static void tell(KeptChange... changes) {
        tell(List.of(changes));
    }

    static void tell(List<KeptChange> changes) {
        Act.edits(changes.stream().map(Edits::of).toList());
    }

    /** Says for the audit log that an act lets something be other than it was, where it stands, or be there, behind all others, or no more. */
    public static void tell(Optional<KeptThing> before, Optional<KeptThing> after) {
        after.or(() -> before)
                .filter(thing -> !before.equals(after))
                .ifPresent(thing -> tell(new KeptChange(before.orElse(thing).key(), before, after, "", "")));
    }

    private static Edit of(KeptChange change) {
        return new Edit(text(change.before()), text(change.after()), change.nextBefore(), change.nextAfter());
    }

    private static String text(Optional<KeptThing> thing) {
        return thing.map(KeptText::of).orElse("");
    }

    /** {@return the change that an edit was} */
    static KeptChange read(Edit edit) {
        Optional<KeptThing> before = read(edit.before());
        Optional<KeptThing> after = read(edit.after());
        return new KeptChange(before.or(() -> after).orElseThrow().key(), before, after, edit.nextBefore(),
                edit.nextAfter());
    }

    private static Optional<KeptThing> read(String text) {
        return KeptReader.read(text, thing -> thing).things().stream().findFirst();
    }
}
