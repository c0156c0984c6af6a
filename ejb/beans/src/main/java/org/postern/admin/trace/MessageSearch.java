package org.postern.admin.trace;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.event.Trace;
import org.postern.event.TracePage;
import org.postern.event.TraceQuery;

/** Finds messages and refusals by whatever they are known by, by time, and by what became of them. */
@Desk
@Singleton
public class MessageSearch {
    private final Trace trace;

    @Inject
    MessageSearch(Trace trace) {
        this.trace = trace;
    }

    /** {@return the lines asked for, the latest first} */
    @Looks(Role.AUDITOR)
    public TracePage find(TraceQuery query) {
        return trace.find(query);
    }

    /** {@return whether no mail has ever come, as far as anybody remembers} */
    @Looks(Role.AUDITOR)
    public boolean isEmpty() {
        return trace.find(TraceQuery.latest(1)).lines().isEmpty();
    }
}
