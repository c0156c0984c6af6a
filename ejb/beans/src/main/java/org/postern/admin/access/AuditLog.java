package org.postern.admin.access;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Where it is kept who did what. */
public interface AuditLog {
    /** Does something to the database and keeps its line, if there is one, in the same transaction. */
    <T> T together(Callable<T> act, Function<T, Optional<Told>> told) throws Exception;

    void write(AuditLine line);

    /** Keeps a line that may get another one in its place; {@return its key} */
    long begin(AuditLine line);

    /** Puts this line in place of the one with that key, or nothing. */
    void end(long key, Optional<Told> told);
}
