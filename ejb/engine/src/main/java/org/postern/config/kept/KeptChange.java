package org.postern.config.kept;

import java.util.Optional;

/**
 * One step from what is kept to something else.
 *
 * @param key of what is changed, among its kind as it is before this step; of what is added, its own
 * @param before what it is; empty if it is added
 * @param after what it becomes; empty if it ends
 * @param nextBefore the key of what stands behind it, where that matters; the empty string if nothing does
 * @param nextAfter the same after the step
 */
public record KeptChange(String key, Optional<KeptThing> before, Optional<KeptThing> after, String nextBefore,
        String nextAfter) {
    /** {@return that something is there from now on} */
    public static KeptChange added(KeptThing thing, String next) {
        return new KeptChange(thing.key(), Optional.empty(), Optional.of(thing), "", next);
    }

    /** {@return that something is there no more} */
    public static KeptChange removed(KeptThing thing, String next) {
        return new KeptChange(thing.key(), Optional.of(thing), Optional.empty(), next, "");
    }

    /** {@return that something says something else, where it stands} */
    public static KeptChange changed(KeptThing before, KeptThing after) {
        return new KeptChange(before.key(), Optional.of(before), Optional.of(after), "", "");
    }

    /** {@return that something stands elsewhere} */
    public static KeptChange moved(KeptThing thing, String nextBefore, String nextAfter) {
        return new KeptChange(thing.key(), Optional.of(thing), Optional.of(thing), nextBefore, nextAfter);
    }

    /** {@return the same under this key, where its own is another one's} */
    KeptChange under(String other) {
        return new KeptChange(other, before, after, nextBefore, nextAfter);
    }

    /** {@return what it is about, as it is after, or was} */
    public KeptThing thing() {
        return after.or(() -> before).orElseThrow();
    }

    /** {@return its key after the step} */
    public String keyAfter() {
        boolean renamed = before.isPresent() && !before.map(KeptThing::key).equals(after.map(KeptThing::key));
        return renamed ? thing().key() : key;
    }

    /** {@return whether it stands elsewhere afterwards} */
    public boolean moves() {
        return before.isPresent() && after.isPresent() && !nextBefore.equals(nextAfter);
    }

    /** {@return what is done, in a word} */
    public String word() {
        if (before.isEmpty()) {
            return "added";
        }
        return after.isEmpty() ? "removed" : moves() ? "moved" : "changed";
    }
}
