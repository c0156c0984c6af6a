package org.postern.pipeline.trace;

import java.sql.SQLException;
import java.util.Set;

/** What two nodes do to each other in a healthy database, and what is well when it is done again. */
final class Conflict {
    /** A key that is there already, a serialization failure, a deadlock: the same in PostgreSQL and H2. */
    private static final Set<String> STATES = Set.of("23505", "40001", "40P01");
    private static final int DEEPEST_CAUSE = 20;

    private Conflict() {}

    static boolean isIn(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof SQLException sql && isConflict(sql)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** A batch tells of its first failure only by what is chained to it. */
    private static boolean isConflict(SQLException first) {
        SQLException sql = first;
        for (int depth = 0; sql != null && depth < DEEPEST_CAUSE; depth++) {
            if (sql.getSQLState() != null && STATES.contains(sql.getSQLState())) {
                return true;
            }
            sql = sql.getNextException();
        }
        return false;
    }
}
