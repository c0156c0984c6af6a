package org.postern.admin.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which lines of the audit log are sought.
 *
 * @param person whose name contains this, in any case; the empty string for anybody
 * @param thing what was done, or on what it was done, contains this, in any case; the empty string for anything
 * @param acts those that are wanted as well, whatever the thing: what was done is kept in English, and may be sought by what it is called elsewhere
 * @param from not before
 * @param until before
 * @param below keys below this one, which is that of the last line of the page before
 */
public record AuditQuery(String person, String thing, List<String> acts, Optional<Instant> from,
        Optional<Instant> until, long below) {
    public AuditQuery {
        acts = List.copyOf(acts);
    }

    /** The same, where no other acts are wanted. */
    public AuditQuery(String person, String thing, Optional<Instant> from, Optional<Instant> until, long below) {
        this(person, thing, List.of(), from, until, below);
    }

    /** {@return a query for the first page of everything} */
    public static AuditQuery everything() {
        return new AuditQuery("", "", Optional.empty(), Optional.empty(), Long.MAX_VALUE);
    }
}
