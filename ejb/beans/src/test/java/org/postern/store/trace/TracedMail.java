package org.postern.store.trace;

import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.Trace;
import org.postern.receiver.Reason;
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

    /** Something happened to it of which this was noted and seen. */
    public void noted(EventKind kind, String id, int second, String detail, String evidence, String... to) {
        Event noted = Events.of(kind, id, second).to(to).detail(detail).build();
        trace.store(List.of(new Event(noted.id(), noted.at(), kind, noted.queueId(), noted.session(),
                noted.reversePath(), noted.recipients(), noted.peer(), noted.destination(), noted.reply(), 0,
                noted.detail(), Assessment.of(List.of(Symbol.noted("LISTED", evidence))).because(Reason.seen(evidence)),
                noted.header())));
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
