package org.postern.admin.trace;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.event.Page;
import org.postern.event.Trace;
import org.postern.event.TraceQuery;
import org.postern.event.TracedMessage;

/** Finds messages and refusals by address, domain, queue id, session, time and progress. */
@Singleton
public class MessageSearch {
    private final Trace trace;

    @Inject
    MessageSearch(Trace trace) {
        this.trace = trace;
    }

    /** {@return the lines asked for, the latest first} */
    public Page<TracedMessage> find(TraceQuery query) {
        return trace.find(query);
    }

    /** {@return whether no mail has ever come, as far as anybody remembers} */
    public boolean isEmpty() {
        return trace.find(TraceQuery.latest(1)).items().isEmpty();
    }
}
