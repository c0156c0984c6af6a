package org.postern.admin.kept;

import org.postern.admin.access.Role;
import org.postern.config.kept.KeptChange;
import org.postern.config.kept.KeptKind;
import org.postern.config.kept.KeptThing;
import org.postern.sentence.Sentence;

import java.util.List;
import java.util.Optional;

/** Where the things of one kind are kept. */
public interface Shelf {
    /** {@return what is kept here} */
    KeptKind kind();

    /** {@return the least role that may change it} */
    Role role();

    /** {@return how many there are} */
    long count();

    /** {@return the most that there may be} */
    int most();

    /** {@return all, in their order} */
    List<KeptThing> all();

    /** {@return the one with this key, which is that of its {@link KeptThing}} */
    Optional<KeptThing> find(String key);

    /**
     * {@return the same as it would be kept}
     *
     * @throws IllegalArgumentException saying why it would not
     */
    KeptThing proper(KeptThing thing);

    /** {@return what no two may have in common; empty if it may be there beside any other} */
    default Optional<String> sense(KeptThing thing) {
        return Optional.of(thing.key());
    }

    /** {@return what these steps, or some of them, would destroy beside the things themselves, a sentence each} */
    default List<Sentence> warnings(List<KeptChange> steps) {
        return List.of();
    }

    /**
     * Makes these steps, as a part of the transaction that is going on.
     *
     * @param order the keys of all in their order after that; not looked at where it does not matter which stands before which
     * @param by who makes them
     */
    void make(List<KeptChange> steps, List<String> order, String by);
}
