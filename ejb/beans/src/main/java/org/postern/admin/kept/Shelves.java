package org.postern.admin.kept;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.config.file.KeptReader;
import org.postern.config.kept.KeptKind;
import org.postern.config.kept.KeptOrder;
import org.postern.config.kept.KeptChange;
import org.postern.config.kept.KeptThing;
import org.postern.sentence.Sentence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** All shelves. */
@Singleton
public class Shelves {
    private static final Sentence.Form OF_THE_FILE = Sentence.form("ofTheFileAlone",
            "a {0} stands in the configuration file alone");

    private final List<Shelf> all;
    private final Hold hold;

    @Inject
    Shelves(Instance<Shelf> all, Hold hold) {
        this((Iterable<Shelf>) all, hold);
    }

    Shelves(Iterable<Shelf> all, Hold hold) {
        this.all = StreamSupport.stream(all.spliterator(), false)
                .sorted(Comparator.comparing(Shelf::kind))
                .toList();
        this.hold = hold;
    }

    List<Shelf> all() {
        return all;
    }

    Optional<Shelf> of(KeptKind kind) {
        return all.stream().filter(shelf -> shelf.kind() == kind).findFirst();
    }

    /** {@return the same, to be looked at for a moment} */
    Shelves read() {
        return new Shelves(all.stream().<Shelf>map(ReadShelf::new).toList(), hold);
    }

    /** Lets nobody change anything until the transaction that is going on has ended. */
    void hold() {
        hold.all();
    }

    /** {@return how many things there are} */
    long count() {
        return all.stream().mapToLong(Shelf::count).sum();
    }

    /** {@return whether they fit into one file, as far as their number goes} */
    boolean fits() {
        return count() <= KeptReader.MOST;
    }

    /** {@return all things, kind by kind, in their order} */
    List<KeptThing> things() {
        List<KeptThing> things = new ArrayList<>();
        all.forEach(shelf -> things.addAll(shelf.all()));
        return things;
    }

    /** {@return the same as it would be kept; throws an IllegalArgumentException where it would not} */
    KeptThing proper(KeptThing thing) {
        return of(thing.kind())
                .orElseThrow(() -> OF_THE_FILE.refused(thing.kind().said()))
                .proper(thing);
    }

    /** {@return what no two may have in common} */
    Optional<String> sense(KeptThing thing) {
        return of(thing.kind()).flatMap(shelf -> shelf.sense(thing));
    }

    /** {@return what steps would destroy beside the things themselves} */
    List<Sentence> warnings(List<KeptChange> steps) {
        return all.stream()
                .flatMap(shelf -> shelf.warnings(
                        steps.stream().filter(step -> step.thing().kind() == shelf.kind()).toList()).stream())
                .toList();
    }

    /** {@return the kinds of which there is something and steps would leave nothing} */
    List<Sentence> lost(List<KeptChange> steps) {
        return all.stream()
                .filter(shelf -> shelf.count() > 0 && shelf.count() + growth(steps, shelf.kind()) <= 0)
                .map(shelf -> shelf.kind().said())
                .toList();
    }

    private static long growth(List<KeptChange> steps, KeptKind kind) {
        return steps.stream()
                .filter(step -> step.thing().kind() == kind)
                .mapToLong(step -> (step.after().isPresent() ? 1 : 0) - (step.before().isPresent() ? 1 : 0))
                .sum();
    }

    /** Makes steps of all kinds. */
    void make(List<KeptChange> steps, String by) {
        for (Shelf shelf : all) {
            List<KeptChange> own = steps.stream().filter(step -> step.thing().kind() == shelf.kind()).toList();
            if (!own.isEmpty()) {
                KeptOrder order = new KeptOrder(shelf.kind().ordered() ? shelf.all() : List.of());
                if (shelf.kind().ordered()) {
                    own.forEach(order::make);
                }
                shelf.make(own, order.keys(), by);
            }
        }
    }
}
