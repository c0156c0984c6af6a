package org.postern.admin.access;

import org.postern.sentence.Sentence;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What a desk is doing for somebody. */
public final class Act {
    /** What is told of what was nothing yet, or is nothing any more. */
    public static final Sentence NOTHING = Sentence.asItIs("");

    private static final ScopedValue<Act> GOING_ON = ScopedValue.newInstance();

    private String thing;
    private String before = "";
    private String after = "";
    private List<Edit> edits = List.of();
    private long takesBack;
    private Optional<Boolean> done = Optional.empty();

    Act(String thing) {
        this.thing = thing;
    }

    static boolean isGoingOn() {
        return GOING_ON.isBound();
    }

    /** {@return what comes of this, which is one act, whatever it consists of} */
    <T> T does(Callable<T> doing) throws Exception {
        return ScopedValue.where(GOING_ON, this).call(doing::call);
    }

    /** {@return the same task, as a part of one act, whose line is written already} */
    public static Runnable part(Runnable task) {
        return () -> ScopedValue.where(GOING_ON, new Act("")).run(task);
    }

    /**
     * Says for the audit log, which keeps it in English, what is being changed. Without effect where nobody keeps one. The words of these sentences have keys
     * that begin with {@code audit}: by them they are found again in the log, to be said in other languages.
     *
     * @param before what it is; {@link #NOTHING} if it is nothing yet
     * @param after what it becomes; {@link #NOTHING} if it ends
     */
    public static void tells(Sentence thing, Sentence before, Sentence after) {
        if (GOING_ON.isBound()) {
            Act act = GOING_ON.get();
            act.thing = thing.toString();
            act.before = before.toString();
            act.after = after.toString();
        }
    }

    /** Says for the audit log by which edits, in this order, what is done could be taken back; where they are too long, nothing is said. */
    public static void edits(List<Edit> made) {
        if (GOING_ON.isBound() && made.stream().allMatch(Edit::fits)) {
            GOING_ON.get().edits = List.copyOf(made);
        }
    }

    /** Says that it takes back another act, by the key of its line. */
    public static void takesBack(long key) {
        if (GOING_ON.isBound()) {
            GOING_ON.get().takesBack = key;
        }
    }

    /** Says that something is changed now, whatever comes of the rest. To be said where it is changed, as soon as it cannot be undone. */
    public static void did() {
        say(true);
    }

    /** Says that nothing was changed, whatever the result looks like. */
    public static void didNothing() {
        say(false);
    }

    private static void say(boolean whether) {
        if (GOING_ON.isBound()) {
            GOING_ON.get().done = Optional.of(whether);
        }
    }

    /** {@return whether something was changed; empty if the desk has not said so} */
    Optional<Boolean> said() {
        return done;
    }

    Told told(AuditLine begun) {
        return new Told(begun.of(thing, before, after), edits, takesBack);
    }
}
