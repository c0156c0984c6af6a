package org.postern.admin.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which lines of the audit log are sought.
 *
 * @param person whose name contains this, in any case; the empty string for anybody
 * @param thing what was done, or on what it was done, contains this, in any case; the empty string for anything
 * @param from not before
 * @param until before
 * @param below keys below this one, which is that of the last line of the page before
 */
public record AuditQuery(String person, String thing, Optional<Instant> from, Optional<Instant> until, long below) {
    /** {@return a query for the first page of everything} */
    public static AuditQuery everything() {
        return new AuditQuery("", "", Optional.empty(), Optional.empty(), Long.MAX_VALUE);
    }
}
