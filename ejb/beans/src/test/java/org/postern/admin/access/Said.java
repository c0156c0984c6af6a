package org.postern.admin.access;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What desks say of an act, as {@link DeskGuard} hears it. */
public final class Said {
    private Said() {}

    /** {@return whether something was done, as far as the desk says so} */
    public static Optional<Boolean> by(Callable<?> something) throws Exception {
        Act act = new Act("");
        act.does(something);
        return act.said();
    }

    /** {@return what is kept of an act by which it can be taken back} */
    public static Told told(Callable<?> something) throws Exception {
        Act act = new Act("");
        act.does(something);
        return act.told(new AuditLine(0, Instant.EPOCH, "ann", Role.ADMINISTRATOR, "done", "", "", ""));
    }
}
