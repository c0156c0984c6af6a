package org.postern.admin.trace;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Caller;
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
    private final SeenMail seen;

    @Inject
    MessageSearch(Trace trace) {
        this.trace = trace;
        this.seen = new SeenMail(trace);
    }

    /** {@return the lines asked for, the latest first} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public TracePage find(TraceQuery query) {
        TracePage page = trace.find(query.within(Caller.ofWhom()));
        return new TracePage(page.lines().stream().map(seen::of).toList(), page.later(), page.earlier(),
                page.lookedTo(), page.total());
    }

    /** {@return whether no mail has ever come, as far as anybody remembers} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public boolean isEmpty() {
        return trace.find(TraceQuery.latest(1).within(Caller.ofWhom())).lines().isEmpty();
    }
}
