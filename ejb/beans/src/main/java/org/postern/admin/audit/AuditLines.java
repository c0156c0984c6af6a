package org.postern.admin.audit;

import org.postern.admin.access.AuditLine;
import org.postern.admin.access.Edit;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where the lines of the audit log are found again. */
public interface AuditLines {
    /** {@return those that are sought, the latest first, at most so many} */
    List<AuditLine> find(AuditQuery query, int limit);

    /** {@return what was changed by the act with this line, in its order; empty where it cannot be put back, or nothing is known of it} */
    default List<Edit> edits(long key) {
        return edits(key, Integer.MAX_VALUE);
    }

    /** {@return the first of them, so many at most} */
    List<Edit> edits(long key, int most);

    /** {@return of those lines that can be taken back, or were, how that stands} */
    Map<Long, Undoing> undoing(Collection<Long> keys);
}
