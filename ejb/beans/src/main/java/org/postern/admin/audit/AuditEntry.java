package org.postern.admin.audit;

import org.postern.admin.access.AuditLine;
import org.postern.admin.access.Role;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of the audit log as people see it.
 *
 * @param key larger for what was written later
 * @param reversible whether it is kept how to take it back, and nobody has done so
 * @param takenBackBy the key of the line of the act that took it back; nothing if none did
 */
public record AuditEntry(long key, Instant at, String person, Role role, String act, String thing, String before,
        String after, boolean reversible, Optional<Long> takenBackBy) {
    static AuditEntry of(AuditLine line, Optional<Undoing> undoing) {
        Optional<Long> by = undoing.map(Undoing::by).filter(key -> key > 0);
        return new AuditEntry(line.key(), line.at(), line.person(), line.role(), line.act(), line.thing(),
                line.before(), line.after(), undoing.isPresent() && by.isEmpty(), by);
    }
}
