package org.postern.store.trace;

import org.postern.event.EventKind;
import org.postern.event.Trace;
import org.postern.store.TestDatabase;

import java.util.List;

/** A trace in a database, for tests of what is shown of it. */
public final class TracedMail implements AutoCloseable {
    private final TestDatabase database = new TestDatabase();
    private final Trace trace = database.inTransactions(Trace.class, JpaTrace::new);

    public Trace trace() {
        return trace;
    }

    /** A message came in a session of the same name, with its name as Subject. */
    public void received(String id, int second, String from, String... to) {
        trace.store(List.of(Events.of(EventKind.RECEIVED, id, second)
                .session("session-" + id)
                .from(from)
                .to(to)
                .header("<" + id + "@x>", "about " + id)
                .build()));
    }

    /** Its way has ended with one of its recipients. */
    public void ended(EventKind kind, String id, int second, String to, String reply) {
        trace.store(List.of(Events.of(kind, id, second).to(to).reply(reply).build()));
    }

    /** A recipient was refused in a session. */
    public void refused(String session, int second, String from, String to) {
        trace.store(List.of(Events.refusal(session, second).from(from).to(to).reply("550 5.1.1 no").build()));
    }

    @Override
    public void close() {
        database.close();
    }
}
