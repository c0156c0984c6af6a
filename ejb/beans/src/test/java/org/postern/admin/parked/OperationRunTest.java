package org.postern.admin.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.admin.parked.OperationView.State;
import org.postern.mail.DomainSet;
import org.postern.queue.Headroom;
import org.postern.queue.MailQueue;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.queue.QueueUnavailableException;
import org.postern.sentence.Sentence;
import org.postern.smtp.Reply;
import org.postern.store.parked.ManyParked;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

class OperationRunTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int BATCH = OperationRun.BATCH;

    private final ManyParked parked = new ManyParked();
    private final List<Integer> batches = new ArrayList<>();
    private final List<Long> depths = new ArrayList<>(List.of(0L));
    private OnParked what = new OnParked(new ParkedAct.Drop(), new Selection.Matching(ParkedFilter.everything()));

    private Operation operation(ParkedAct act, Selection selection) {
        what = new OnParked(act, selection);
        return new Operation("01", act.said(), what.subject(), "alice", NOON);
    }

    private Operation dropAll() {
        return operation(new ParkedAct.Drop(), new Selection.Matching(ParkedFilter.everything()));
    }

    private OperationView work(Operation operation, OperationRun.Doing doing) {
        Headroom headroom = new Headroom(
                queue -> OptionalLong.of(depths.size() > 1 ? depths.removeFirst() : depths.getFirst()), 10,
                MailQueue.INCOMING);
        new OperationRun(parked.waiting(), keys -> {
            batches.add(keys.size());
            return doing.to(keys);
        }, () -> headroom, InstantSource.fixed(NOON.plusSeconds(9)), what, operation, Duration.ofMillis(1)).work();
        return operation.view();
    }

    private int drop(Collection<String> keys) throws QueueUnavailableException {
        return parked.waiting().drop(keys, mail -> {
        });
    }

    @Test
    void hasItsTurnWithAllABatchAtATimeAndTellsHowFarItIs() {
        parked.park(2 * BATCH + 1);
        Operation operation = dropAll();
        List<Long> seen = new ArrayList<>();

        OperationView end = work(operation, keys -> {
            seen.add(operation.view().turns());
            assertThat(operation.view().total()).isEqualTo(2 * BATCH + 1);
            assertThat(operation.view().isRunning()).isTrue();
            return drop(keys);
        });

        assertThat(seen).containsExactly(0L, (long) BATCH, 2L * BATCH);
        assertThat(batches).containsExactly(BATCH, BATCH, 1);
        assertThat(end.state()).isEqualTo(State.DONE);
        assertThat(end.done()).isEqualTo(2 * BATCH + 1);
        assertThat(end.ended()).contains(NOON.plusSeconds(9));
        assertThat(parked.count()).isZero();
    }

    @Test
    void endsAfterTheBatchInWhichItIsCancelled() {
        parked.park(2 * BATCH);
        Operation operation = dropAll();

        OperationView end = work(operation, keys -> {
            operation.cancel();
            return drop(keys);
        });

        assertThat(end.state()).isEqualTo(State.CANCELLED);
        assertThat(end.done()).isEqualTo(BATCH);
        assertThat(parked.count()).isEqualTo(BATCH);
    }

    @Test
    void passesOverTheOneThatFailsAndDoesTheOthers() {
        parked.park(BATCH);
        String bad = ManyParked.key(7);

        OperationView end = work(dropAll(), keys -> {
            if (keys.contains(bad)) {
                throw new IllegalStateException("its envelope cannot be read");
            }
            return drop(keys);
        });

        assertThat(end.state()).isEqualTo(State.DONE);
        assertThat(end.failed()).isEqualTo(1);
        assertThat(end.done()).isEqualTo(BATCH - 1);
        assertThat(end.fault().map(Sentence::toString)).contains("its envelope cannot be read");
        assertThat(parked.count()).isEqualTo(1);
        assertThat(batches).as("halved, not one by one").hasSizeLessThan(20);
    }

    @Test
    void countsThoseThatNoLongerWait() {
        parked.park(2);
        List<String> keys = List.of(ManyParked.key(0), "gone", ManyParked.key(1));

        OperationView end = work(operation(new ParkedAct.Drop(), new Selection.These(keys)), this::drop);

        assertThat(end.total()).isEqualTo(3);
        assertThat(end.done()).isEqualTo(2);
        assertThat(end.passed()).isEqualTo(1);
    }

    @Test
    void triesAgainWhatCannotBeRecordedNow() {
        parked.park(1);

        OperationView end = work(dropAll(), keys -> {
            if (batches.size() < 3) {
                throw new QueueUnavailableException("the broker is gone", false, new IllegalStateException());
            }
            return drop(keys);
        });

        assertThat(end.state()).isEqualTo(State.DONE);
        assertThat(end.done()).isEqualTo(1);
        assertThat(end.fault().map(Sentence::toString)).contains("the broker is gone");
    }

    @Test
    void breaksOffWhenNothingCanBeRecordedForLong() {
        parked.park(1);

        OperationView end = work(dropAll(), keys -> {
            throw new QueueUnavailableException("the broker is gone", false, new IllegalStateException());
        });

        assertThat(end.state()).isEqualTo(State.BROKEN);
        assertThat(end.fault().map(Sentence::toString)).contains("the broker is gone");
        assertThat(batches).hasSize(31);
        assertThat(parked.count()).isEqualTo(1);
    }

    @Test
    void holdsEachOnceAlthoughTheHeldAreMetAgainAtTheEndOfTheList() {
        parked.park(BATCH + 50);
        Operation holding = operation(new ParkedAct.Hold(), new Selection.Matching(ParkedFilter.everything()));

        OperationView end = work(holding, keys -> parked.hold(keys));

        assertThat(end.done()).isEqualTo(BATCH + 50);
        assertThat(end.turns()).isEqualTo(BATCH + 50);
        assertThat(parked.waiting().counts(DomainSet.ALL)).containsOnlyKeys(Reason.HELD);
    }

    @Test
    void bringsEachForwardOnceAlthoughTheyAreMetAgainDownTheList() {
        parked.park(BATCH + 50);
        Operation retrying = operation(new ParkedAct.RetryNow(), new Selection.Matching(ParkedFilter.everything()));

        OperationView end = work(retrying,
                keys -> parked.waiting().bringForward(keys, NOON.plusSeconds(9), "alice"));

        assertThat(end.done()).isEqualTo(BATCH + 50);
    }

    @Test
    void makesNoMoreReportsThanTheQueuesAreShortOf() {
        parked.park(1);
        depths.addAll(0, List.of(10L, 12L));
        Reply reply = Reply.of(550, "5.7.1", "not for us");

        OperationView end = work(
                operation(new ParkedAct.Bounce(reply), new Selection.Matching(ParkedFilter.everything())), keys -> {
                    assertThat(depths).as("waited until there was room").hasSizeLessThanOrEqualTo(1);
                    return drop(keys);
                });

        assertThat(end.done()).isEqualTo(1);
    }

    @Test
    void isAboutNoMoreThanCanBeChosenOneByOne() {
        List<String> keys = IntStream.rangeClosed(0, Selection.MOST).mapToObj(ManyParked::key).toList();
        assertThatThrownBy(() -> new Selection.These(keys)).isInstanceOf(IllegalArgumentException.class);
    }
}
