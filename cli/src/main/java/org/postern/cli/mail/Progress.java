package org.postern.cli.mail;

import jakarta.json.JsonObject;
import org.postern.cli.client.Address;
import org.postern.cli.client.Trouble;
import org.postern.cli.show.Columns;
import org.postern.cli.verb.Session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** An operation that goes on, watched until it has ended. */
final class Progress {
    static final Columns COLUMNS = Columns.of("id", "state", "total", "done", "passed", "failed", "by", "act", "fault");
    private static final String RUNNING = "running";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Session session;

    Progress(Session session) {
        this.session = session;
    }

    /** Shows an operation, when it has ended if that is awaited. Fails where it did not come to its end. */
    void show(JsonObject begun, boolean awaited) {
        JsonObject last = awaited ? end(begun) : begun;
        if (session.isJson()) {
            session.screen().json(last);
        } else {
            session.screen().table(COLUMNS, List.of(last));
        }
        String state = last.getString("state");
        if (!state.equals("done") && !state.equals(RUNNING)) {
            session.screen().flush();
            throw Trouble.failed("the operation was " + state + " before all was done");
        }
    }

    private JsonObject end(JsonObject begun) {
        JsonObject now = begun;
        Duration pause = FIRST_PAUSE;
        while (now.getString("state").equals(RUNNING)) {
            tell(now);
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            now = session.api().get(Address.of("/operations/{}", now.getString("id")));
        }
        tell(now);
        return now;
    }

    private void tell(JsonObject now) {
        if (session.around().people()) {
            session.around()
                    .err()
                    .print("\r" + now.getJsonNumber("done") + " of " + now.getJsonNumber("total") + "  "
                            + (now.getString("state").equals(RUNNING) ? "" : "\r\033[K"));
            session.around().err().flush();
        }
    }
}
