package org.postern.admin.kept;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Act;
import org.postern.admin.access.Acts;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.config.file.KeptReader;
import org.postern.config.kept.KeptChange;
import org.postern.config.kept.KeptDifference;
import org.postern.config.kept.KeptKind;
import org.postern.config.kept.KeptText;
import org.postern.config.kept.KeptThing;
import org.postern.sentence.Sentence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that people keep in the console, as one file. */
@Desk
@Singleton
public class ConfigurationDesk {
    /** The largest file that is read, in octets. */
    public static final int LARGEST = KeptReader.LARGEST;

    private static final Sentence ALL_KEPT = Sentence.form("auditImportAll", "all that is kept").with();
    private static final Sentence TOO_MUCH = Sentence.form("moreThanAFileHolds",
            "There is more than one file has room for: {0,number,#} things at most, in {1,number,#} octets. Take a backup of the"
                    + " database.")
            .with(KeptReader.MOST, LARGEST);
    private static final Sentence WRONG = Sentence.form("fileIsWrong", "The file has something wrong in it.").with();
    private static final Sentence CHANGED = Sentence.form("changedSinceTheDifference",
            "Something was changed since the difference was looked at. Nothing is done; look at it anew.").with();
    private static final Sentence SAME = Sentence.form("allIsAsTheFileSays", "All is as the file says already.").with();
    private static final Sentence.Form CLEARS = Sentence.form("fileClearsX",
            "Nothing of this kind stands in the file, so that all there is would go: {0}. Nothing is done. Export the"
                    + " configuration, and change that; if it is meant, say so (clears).");
    private static final Sentence.Form ANOTHER_BEFORE = Sentence.form("anotherBefore",
            "there is another {0} before that is for the same: {1}");
    private static final Sentence.Form AT_MOST = Sentence.form("atMostOfKind",
            "there are at most {0,number,#} of the kind {1}");

    private final Shelves shelves;

    @Inject
    ConfigurationDesk(Shelves shelves) {
        this.shelves = shelves;
    }

    /**
     * A file, or why there is none.
     *
     * @param text empty where it is not possible
     * @param fault why
     */
    public record Export(Optional<String> text, Optional<Sentence> fault) {}

    /** {@return all that is kept, in the grammar of the configuration file} The same things give the same octets. */
    @Looks(Role.AUDITOR)
    public Export export() {
        Optional<String> text = Optional.of(shelves)
                .filter(Shelves::fits)
                .map(all -> KeptText.file(all.things()))
                .filter(file -> file.getBytes(StandardCharsets.UTF_8).length <= LARGEST);
        return new Export(text, text.isPresent() ? Optional.empty() : Optional.of(TOO_MUCH));
    }

    /** {@return what would be done if this file took the place of all that is kept} Nothing is done. */
    @Looks(Role.ADMINISTRATOR)
    public Preview preview(String file) {
        return shelves.fits() ? preview(file, read(file)) : tooMuch();
    }

    private KeptReader.Kept read(String file) {
        Set<String> senses = new HashSet<>();
        return KeptReader.read(file, written -> {
            KeptThing thing = shelves.proper(written);
            if (shelves.sense(thing).filter(sense -> !senses.add(thing.kind() + " " + sense)).isPresent()) {
                throw ANOTHER_BEFORE.refused(thing.kind().said(), thing.key());
            }
            return thing;
        });
    }

    private Preview preview(String file, KeptReader.Kept read) {
        List<Preview.Flaw> problems = read.problems()
                .stream()
                .map(one -> new Preview.Flaw(one.line(), one.column(), one.message()))
                .toList();
        List<KeptThing> now = shelves.things();
        if (!problems.isEmpty()) {
            return Preview.wrong(problems);
        }
        List<KeptChange> changes = changes(now, read.things());
        return new Preview(tooMany(read.things()), Differences.of(changes), shelves.lost(changes),
                shelves.warnings(changes), state(now, file));
    }

    private static Preview tooMuch() {
        return Preview.wrong(List.of(new Preview.Flaw(0, 0, TOO_MUCH)));
    }

    private List<Preview.Flaw> tooMany(List<KeptThing> wanted) {
        return shelves.all()
                .stream()
                .filter(shelf -> wanted.stream().filter(thing -> thing.kind() == shelf.kind()).count() > shelf.most())
                .map(shelf -> new Preview.Flaw(0, 0, AT_MOST.with(shelf.most(), shelf.kind().said())))
                .toList();
    }

    /**
     * Lets a file take the place of all that is kept, as a whole or not at all.
     *
     * @param state what {@link #preview} said of this file
     * @param clears whether it is meant that nothing is left of some kinds; without it, nothing is done then
     * @return what was wrong; empty if it is done
     */
    @Acts(value = Role.ADMINISTRATOR, as = "configuration imported", atOnce = true)
    public Optional<Sentence> importAll(String file, String state, boolean clears, String by) {
        shelves.hold();
        if (!shelves.fits()) {
            return Optional.of(TOO_MUCH);
        }
        KeptReader.Kept read = read(file);
        Preview seen = preview(file, read);
        if (!seen.problems().isEmpty()) {
            return Optional.of(WRONG);
        }
        if (!seen.state().equals(state)) {
            return Optional.of(CHANGED);
        }
        if (seen.changes().isEmpty()) {
            return Optional.of(SAME);
        }
        if (!seen.lost().isEmpty() && !clears) {
            return Optional.of(CLEARS.with(Sentence.joined(", ", seen.lost())));
        }
        List<KeptChange> changes = changes(shelves.things(), read.things());
        shelves.make(changes, by);
        Act.tells(ALL_KEPT, Act.NOTHING, seen.summary());
        Edits.tell(changes);
        return Optional.empty();
    }

    private List<KeptChange> changes(List<KeptThing> now, List<KeptThing> wanted) {
        List<KeptChange> changes = new ArrayList<>();
        for (Shelf shelf : shelves.all()) {
            changes.addAll(KeptDifference.between(of(shelf.kind(), now), of(shelf.kind(), wanted),
                    shelf.kind().ordered()));
        }
        return changes;
    }

    private static List<KeptThing> of(KeptKind kind, List<KeptThing> things) {
        return things.stream().filter(thing -> thing.kind() == kind).toList();
    }

    private static String state(List<KeptThing> now, String file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(KeptText.file(now).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(file.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
