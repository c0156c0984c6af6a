package org.postern.admin.audit;

import org.postern.admin.access.AuditLine;

import java.util.List;

/** Where the lines of the audit log are found again. */
public interface AuditLines {
    /** {@return those that are sought, the latest first, at most so many} */
    List<AuditLine> find(AuditQuery query, int limit);
}
