package org.postern.admin.access;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Where it is kept who did what. */
public interface AuditLog {
    /** Does something to the database and keeps its line, if there is one, in the same transaction. */
    <T> T together(Callable<T> act, Function<T, Optional<AuditLine>> line) throws Exception;

    void write(AuditLine line);
}
