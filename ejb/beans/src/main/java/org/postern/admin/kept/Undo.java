package org.postern.admin.kept;

import org.postern.config.kept.KeptChange;
import org.postern.config.kept.KeptKind;
import org.postern.config.kept.KeptOrder;
import org.postern.config.kept.KeptThing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the steps that undo others, as far as everything is still as those have left it. */
final class Undo {
    private final Shelves shelves;
    private final Map<KeptKind, KeptOrder> orders = new EnumMap<>(KeptKind.class);
    private final Map<String, Optional<KeptThing>> others = new HashMap<>();
    private final List<KeptChange> steps = new ArrayList<>();

    Undo(Shelves shelves) {
        this.shelves = shelves;
    }

    /** {@return the steps that undo what was given to {@link #all}} */
    List<KeptChange> steps() {
        return List.copyOf(steps);
    }

    /** {@return why these cannot be undone; empty if they can} */
    Optional<String> all(List<KeptChange> done) {
        return done.reversed().stream().map(this::one).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> one(KeptChange done) {
        KeptKind kind = done.thing().kind();
        Optional<Shelf> shelf = shelves.of(kind);
        if (shelf.isEmpty()) {
            return Optional.of("A " + kind.word() + " is not kept here any more.");
        }
        return changedSince(kind, done)
                .or(() -> done.before().flatMap(before -> refusal(shelf.get(), before)))
                .or(() -> full(shelf.get(), done))
                .or(() -> doubled(shelf.get(), done))
                .or(() -> {
                    make(kind, inverse(kind, done));
                    return Optional.empty();
                });
    }

    private Optional<String> changedSince(KeptKind kind, KeptChange done) {
        String name = "The " + kind.word() + " " + done.thing().key();
        if (done.after().isPresent() && !find(kind, done.keyAfter()).equals(done.after())) {
            return Optional.of(name + " was changed since.");
        }
        boolean renamed = done.after().isEmpty() || !done.keyAfter().equals(done.key());
        if (done.before().isPresent() && renamed && find(kind, done.key()).isPresent()) {
            return Optional.of("There is another " + kind.word() + " " + done.key() + " by now.");
        }
        boolean placed = kind.ordered() && (done.moves() || done.after().isEmpty());
        if (done.moves() && !order(kind).next(done.keyAfter()).equals(done.nextAfter())) {
            return Optional.of(name + " was moved since, or what stands behind it was.");
        }
        if (placed && !done.nextBefore().isEmpty() && find(kind, done.nextBefore()).isEmpty()) {
            return Optional.of(name + " stood before " + done.nextBefore() + ", which is there no more.");
        }
        return Optional.empty();
    }

    private static Optional<String> refusal(Shelf shelf, KeptThing thing) {
        try {
            shelf.proper(thing);
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of("As it was it would not be taken any more: " + wrong.getMessage());
        }
    }

    private static Optional<String> full(Shelf shelf, KeptChange done) {
        return done.after().isEmpty() && shelf.count() >= shelf.most()
                ? Optional.of("There are " + shelf.most() + " of the kind " + shelf.kind().word() + " already.")
                : Optional.empty();
    }

    private Optional<String> doubled(Shelf shelf, KeptChange done) {
        Optional<String> sense = done.before().flatMap(shelf::sense);
        boolean doubled = sense.isPresent() && shelf.kind().ordered()
                && order(shelf.kind()).keys()
                        .stream()
                        .filter(key -> done.after().isEmpty() || !key.equals(done.keyAfter()))
                        .flatMap(key -> order(shelf.kind()).find(key).stream())
                        .anyMatch(other -> shelf.sense(other).equals(sense));
        return doubled
                ? Optional.of("There is another " + shelf.kind().word() + " by now that is for the same.")
                : Optional.empty();
    }

    private KeptChange inverse(KeptKind kind, KeptChange done) {
        if (done.after().isEmpty()) {
            return KeptChange.added(done.thing(), done.nextBefore());
        }
        if (done.before().isEmpty()) {
            return KeptChange.removed(done.thing(), kind.ordered() ? order(kind).next(done.key()) : "");
        }
        return new KeptChange(done.keyAfter(), done.after(), done.before(), done.nextAfter(), done.nextBefore());
    }

    private void make(KeptKind kind, KeptChange step) {
        steps.add(step);
        if (kind.ordered()) {
            order(kind).make(step);
        } else {
            others.put(kind + " " + step.key(), Optional.empty());
            others.put(kind + " " + step.keyAfter(), step.after());
        }
    }

    private Optional<KeptThing> find(KeptKind kind, String key) {
        return kind.ordered()
                ? order(kind).find(key)
                : others.getOrDefault(kind + " " + key, shelves.of(kind).flatMap(shelf -> shelf.find(key)));
    }

    private KeptOrder order(KeptKind kind) {
        return orders.computeIfAbsent(kind, any -> new KeptOrder(shelves.of(kind).map(Shelf::all).orElse(List.of())));
    }
}
