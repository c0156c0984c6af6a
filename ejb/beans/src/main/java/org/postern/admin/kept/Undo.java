package org.postern.admin.kept;

import org.postern.config.kept.KeptChange;
import org.postern.config.kept.KeptKind;
import org.postern.config.kept.KeptOrder;
import org.postern.config.kept.KeptThing;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the steps that undo others, as far as everything is still as those have left it. */
final class Undo {
    private static final Sentence.Form NOT_KEPT = Sentence.form("kindNotKept",
            "A {0} is not kept here any more.");
    private static final Sentence.Form CHANGED = Sentence.form("changedSince",
            "The {0} {1} was changed since.");
    private static final Sentence.Form ANOTHER = Sentence.form("anotherByNow",
            "There is another {0} {1} by now.");
    private static final Sentence.Form MOVED = Sentence.form("movedSince",
            "The {0} {1} was moved since, or what stands behind it was.");
    private static final Sentence.Form NEXT_GONE = Sentence.form("nextIsGone",
            "The {0} {1} stood before {2}, which is there no more.");
    private static final Sentence.Form NOT_TAKEN = Sentence.form("notTakenAnyMore",
            "As it was it would not be taken any more: {0}");
    private static final Sentence.Form FULL = Sentence.form("kindIsFull",
            "There are {0,number,#} of the kind {1} already.");
    private static final Sentence.Form DOUBLED = Sentence.form("anotherForTheSame",
            "There is another {0} by now that is for the same.");

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
    Optional<Sentence> all(List<KeptChange> done) {
        return done.reversed().stream().map(this::one).flatMap(Optional::stream).findFirst();
    }

    private Optional<Sentence> one(KeptChange done) {
        KeptKind kind = done.thing().kind();
        Optional<Shelf> shelf = shelves.of(kind);
        if (shelf.isEmpty()) {
            return Optional.of(NOT_KEPT.with(kind.said()));
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

    private Optional<Sentence> changedSince(KeptKind kind, KeptChange done) {
        if (done.after().isPresent() && !find(kind, done.keyAfter()).equals(done.after())) {
            return Optional.of(CHANGED.with(kind.said(), done.thing().key()));
        }
        boolean renamed = done.after().isEmpty() || !done.keyAfter().equals(done.key());
        if (done.before().isPresent() && renamed && find(kind, done.key()).isPresent()) {
            return Optional.of(ANOTHER.with(kind.said(), done.key()));
        }
        boolean placed = kind.ordered() && (done.moves() || done.after().isEmpty());
        if (done.moves() && !order(kind).next(done.keyAfter()).equals(done.nextAfter())) {
            return Optional.of(MOVED.with(kind.said(), done.thing().key()));
        }
        if (placed && !done.nextBefore().isEmpty() && find(kind, done.nextBefore()).isEmpty()) {
            return Optional.of(NEXT_GONE.with(kind.said(), done.thing().key(), done.nextBefore()));
        }
        return Optional.empty();
    }

    private static Optional<Sentence> refusal(Shelf shelf, KeptThing thing) {
        try {
            shelf.proper(thing);
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(NOT_TAKEN.with(RefusedException.sentenceOf(wrong)));
        }
    }

    private static Optional<Sentence> full(Shelf shelf, KeptChange done) {
        return done.after().isEmpty() && shelf.count() >= shelf.most()
                ? Optional.of(FULL.with(shelf.most(), shelf.kind().said()))
                : Optional.empty();
    }

    private Optional<Sentence> doubled(Shelf shelf, KeptChange done) {
        Optional<String> sense = done.before().flatMap(shelf::sense);
        boolean doubled = sense.isPresent() && shelf.kind().ordered()
                && order(shelf.kind()).keys()
                        .stream()
                        .filter(key -> done.after().isEmpty() || !key.equals(done.keyAfter()))
                        .flatMap(key -> order(shelf.kind()).find(key).stream())
                        .anyMatch(other -> shelf.sense(other).equals(sense));
        return doubled
                ? Optional.of(DOUBLED.with(shelf.kind().said()))
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
