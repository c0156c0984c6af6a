package org.postern.admin.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.AuditLine;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who did what. */
@Desk
@Singleton
public class AuditDesk {
    /** The longest page. */
    public static final int MAX_LIMIT = 500;

    private final AuditLines lines;

    @Inject
    AuditDesk(AuditLines lines) {
        this.lines = lines;
    }

    /** {@return what is sought, the latest first} */
    @Looks(Role.AUDITOR)
    public List<AuditEntry> find(AuditQuery query, int limit) {
        List<AuditLine> found = lines.find(query, Math.min(limit, MAX_LIMIT));
        Map<Long, Undoing> undoing = lines.undoing(found.stream().map(AuditLine::key).toList());
        return found.stream()
                .map(line -> AuditEntry.of(line, Optional.ofNullable(undoing.get(line.key()))))
                .toList();
    }
}
