package org.postern.admin.parked;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.admin.access.AuditLine;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Role;
import org.postern.admin.access.Said;
import org.postern.delivery.gate.ControlsInForce;
import org.postern.delivery.gate.DestinationControl;
import org.postern.delivery.gate.DestinationControls;
import org.postern.queue.ParkedFilter;
import org.postern.routing.Destination;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What comes of operations when the call that began them is over. */
class OperationsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
    private static final Caller ALICE = new Caller("alice", Role.OPERATOR);
    private final SomeOperations some = new SomeOperations(CLOCK);
    private final Operations operations = some.desk();
    private final List<DestinationControl> controls = new ArrayList<>();
    private final DestinationDesk desk = new DestinationDesk(new DestinationControls() {
        @Override
        public List<DestinationControl> all() {
            return List.copyOf(controls);
        }

        @Override
        public void change(String destination, UnaryOperator<DestinationControl> change) {
            controls.add(change.apply(DestinationControl.nothing(destination)));
        }
    }, new ControlsInForce(), null, some.parked().waiting(), operations, CLOCK);

    private void begin() throws Exception {
        ALICE.does(() -> operations.begin(new ParkedAct.RetryNow(), new Selection.Matching(ParkedFilter.everything()),
                "alice"));
        some.allGoOn();
    }

    private OperationView only() {
        return operations.all().getFirst();
    }

    @Test
    void whoseRoleIsTakenAwayDoesNothingMore() throws Exception {
        some.parked().park(3);
        some.isForbidden();
        begin();
        assertThat(only().state()).isEqualTo(OperationView.State.CANCELLED);
        assertThat(only().done()).isZero();
        assertThat(only().summary().toString()).contains("alice may not do this any more");
    }

    @Test
    void itsEndIsToldAlsoWhereThereIsNoThreadForIt() throws Exception {
        some.isFull(true);
        begin();
        assertThat(some.audit().lines()).extracting(AuditLine::act).containsExactly("operation ended");
        assertThat(some.audit().how().getFirst()).contains("there is no thread for it");
    }

    @Test
    void whatEndedIsToldToWhoHasBegunItAndToNobodyWhoSaysSo() throws Exception {
        begin();
        Caller auditor = new Caller("mallory", Role.AUDITOR);
        assertThat(auditor.does(() -> operations.news("alice"))).isEmpty();
        assertThat(ALICE.does(() -> operations.news("alice"))).hasSize(1);
        assertThat(ALICE.does(() -> operations.news("alice"))).isEmpty();
    }

    @Test
    void whatIsResumedIsDoneAlsoWhereTooMuchGoesOnToFlushIt() throws Exception {
        Destination there = Destination.parse("host:192.0.2.1:25");
        for (int i = 0; i < Operations.MOST_RUNNING; i++) {
            ALICE.does(() -> operations.begin(new ParkedAct.Drop(), new Selection.These(List.of()), "alice"));
        }
        assertThat(Said.by(() -> desk.resume(there, "alice"))).contains(true);
        assertThat(Said.by(() -> desk.flush(there, "alice"))).isEmpty();
        assertThat(controls).extracting(DestinationControl::paused).containsExactly(false);
    }

    @Test
    void toCancelWhatHasEndedIsNoAct() throws Exception {
        begin();
        assertThat(Said.by(() -> operations.cancel(only().id()))).contains(false);
    }
}
