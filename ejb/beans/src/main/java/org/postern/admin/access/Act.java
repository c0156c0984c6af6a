package org.postern.admin.access;

import java.util.concurrent.Callable;

/** What a desk is doing for somebody. */
public final class Act {
    private static final ScopedValue<Act> GOING_ON = ScopedValue.newInstance();

    private String thing;
    private String before = "";
    private String after = "";

    private Act(String thing) {
        this.thing = thing;
    }

    /** What comes of an act, with what is told of it. */
    record Told<T>(T result, String thing, String before, String after) {}

    static boolean isGoingOn() {
        return GOING_ON.isBound();
    }

    /** {@return what comes of this, which is one act, whatever it consists of} */
    static <T> Told<T> of(String thing, Callable<T> doing) throws Exception {
        Act act = new Act(thing);
        T result = ScopedValue.where(GOING_ON, act).call(doing::call);
        return new Told<>(result, act.thing, act.before, act.after);
    }

    /** {@return the same task, as a part of one act, whose line is written already} */
    public static Runnable part(Runnable task) {
        return () -> ScopedValue.where(GOING_ON, new Act("")).run(task);
    }

    /**
     * Says for the audit log what is being changed. Without effect where nobody keeps one.
     *
     * @param before what it is; the empty string if it is nothing yet
     * @param after what it becomes; the empty string if it ends
     */
    public static void tells(String thing, String before, String after) {
        if (GOING_ON.isBound()) {
            Act act = GOING_ON.get();
            act.thing = thing;
            act.before = before;
            act.after = after;
        }
    }
}
