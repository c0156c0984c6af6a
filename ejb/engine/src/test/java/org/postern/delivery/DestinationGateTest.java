package org.postern.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.delivery.Mail.EXAMPLE;
import static org.postern.delivery.Mail.NOON;

import org.postern.delivery.DestinationGate.Entry;
import org.postern.delivery.DestinationGate.Pass;
import org.postern.delivery.DestinationGate.Shut;
import org.postern.mail.Domain;
import org.postern.routing.Destination;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

class DestinationGateTest {
    private static final Duration BACK_OFF = Duration.ofSeconds(10);
    private final SetClock clock = new SetClock();
    private final DestinationGate gate = gate(Duration.ZERO);

    private DestinationGate gate(Duration patience) {
        return new DestinationGate(clock,
                new DestinationGate.Limits(2, patience, BACK_OFF, Duration.ofSeconds(60), 100));
    }

    private Pass pass() throws InterruptedException {
        return (Pass) gate.enter(EXAMPLE);
    }

    private Shut shut() throws InterruptedException {
        return (Shut) gate.enter(EXAMPLE);
    }

    private void fail(String reason) throws InterruptedException {
        try (Pass pass = pass()) {
            pass.unreached(reason);
        }
    }

    @Test
    void letsSoManyInAtOnce() throws InterruptedException {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            entries.add(gate.enter(EXAMPLE));
        }
        assertThat(entries.subList(0, 2)).allMatch(Pass.class::isInstance);
        assertThat(entries.get(2)).isInstanceOf(Shut.class);
        ((Pass) entries.get(0)).close();
        assertThat(gate.enter(EXAMPLE)).isInstanceOf(Pass.class);
    }

    @Test
    void lettingManyIntoOneDoorLeavesTheOthersOpen() throws InterruptedException {
        pass();
        pass();
        assertThat(gate.enter(new Destination.MailExchangers(new Domain("other.example")))).isInstanceOf(Pass.class);
    }

    @Test
    void shutsWhenNobodyIsReached() throws InterruptedException {
        fail("connection refused");
        assertThat(shut()).isEqualTo(new Shut(NOON.plus(BACK_OFF), "connection refused"));
    }

    @Test
    void letsASingleOneTryAfterwards() throws InterruptedException {
        fail("connection refused");
        clock.pass(BACK_OFF);
        Pass first = pass();
        assertThat(shut().until()).isEqualTo(NOON.plusSeconds(20));
        first.reached();
        assertThat(gate.enter(EXAMPLE)).isInstanceOf(Pass.class);
    }

    @Test
    void shutsTwiceAsLongEachTimeUpToALimit() throws InterruptedException {
        List<Long> seconds = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            fail("connection refused");
            Duration back = Duration.between(clock.instant(), shut().until());
            seconds.add(back.toSeconds());
            clock.pass(back);
        }
        assertThat(seconds).containsExactly(10L, 20L, 40L, 60L, 60L);
    }

    @Test
    void countsFailuresThatHappenTogetherOnce() throws InterruptedException {
        try (Pass one = pass(); Pass two = pass()) {
            one.unreached("connection refused");
            two.unreached("connection refused");
        }
        assertThat(shut().until()).isEqualTo(NOON.plus(BACK_OFF));
    }

    @Test
    void givesFewerPlacesInsteadOfShuttingWhenOthersAreServed() throws InterruptedException {
        Pass turnedAway = pass();
        Pass served = pass();
        clock.pass(Duration.ofMillis(5));
        served.reached();
        turnedAway.unreached("421 too many connections");
        turnedAway.close();
        assertThat(gate.enter(EXAMPLE)).isInstanceOf(Shut.class);
        served.close();
        assertThat(gate.enter(EXAMPLE)).isInstanceOf(Pass.class);
    }

    @Test
    void givesEachThatFindsNoPlaceATimeOfItsOwn() throws InterruptedException {
        pass();
        pass();
        assertThat(shut().until()).isBefore(shut().until());
    }

    @Test
    void waitsForAPlaceWithPatience() throws Exception {
        DestinationGate patient = gate(Duration.ofSeconds(30));
        Pass first = (Pass) patient.enter(EXAMPLE);
        patient.enter(EXAMPLE);
        CompletableFuture<Entry> third = new CompletableFuture<>();
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                third.complete(patient.enter(EXAMPLE));
            } catch (InterruptedException e) {
                third.completeExceptionally(e);
            }
        });
        first.close();
        assertThat(third.get()).isInstanceOf(Pass.class);
        waiting.join();
    }

    @Test
    void doesNotWaitWhereAnotherHasWaitedInVain() throws InterruptedException {
        DestinationGate patient = gate(Duration.ofMillis(20));
        patient.enter(EXAMPLE);
        patient.enter(EXAMPLE);
        patient.enter(EXAMPLE);
        long begin = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            assertThat(patient.enter(EXAMPLE)).isInstanceOf(Shut.class);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void forgetsWhatItNeedNotRemember() throws InterruptedException {
        for (int i = 0; i < 1000; i++) {
            Destination destination = new Destination.MailExchangers(new Domain("d" + i + ".example"));
            try (Pass pass = (Pass) gate.enter(destination)) {
                pass.reached();
            }
        }
        assertThat(gate.doors()).isLessThanOrEqualTo(100);
    }

    @Test
    void keepsAPausedDestinationShutUntilItIsResumed() throws InterruptedException {
        ControlsInForce controls = new ControlsInForce();
        DestinationGate controlled = new DestinationGate(clock,
                new DestinationGate.Limits(2, Duration.ZERO, BACK_OFF, Duration.ofSeconds(60), 100), controls);
        DestinationControl pause = new DestinationControl(EXAMPLE.toString(), true, OptionalInt.empty(),
                OptionalInt.empty(), "alice", clock.instant());
        controls.now(List.of(pause));
        assertThat(controlled.enter(EXAMPLE)).isInstanceOfSatisfying(Shut.class,
                shut -> assertThat(shut.reason()).contains("alice"));
        controls.now(List.of(pause.paused(false, "alice", clock.instant())));
        assertThat(controlled.enter(EXAMPLE)).isInstanceOf(Pass.class);
    }
}
