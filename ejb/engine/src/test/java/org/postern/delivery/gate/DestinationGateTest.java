package org.postern.delivery.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.delivery.Mail.EXAMPLE;
import static org.postern.delivery.Mail.NOON;
import static org.postern.delivery.gate.GateScene.BACK_OFF;
import static org.postern.delivery.gate.GateScene.domain;

import org.junit.jupiter.api.Test;
import org.postern.delivery.gate.DestinationGate.Entry;
import org.postern.delivery.gate.DestinationGate.Pass;
import org.postern.delivery.gate.DestinationGate.Shut;
import org.postern.queue.Lane;
import org.postern.queue.Recalls;
import org.postern.sentence.Sentence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

class DestinationGateTest {
    private final GateScene scene = GateScene.withPlaces(2);

    private static GateScene patient(Duration patience) {
        return new GateScene(new Allowance(2, 0), patience, 100);
    }

    @Test
    void letsSoManyInAtOnce() throws InterruptedException {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            entries.add(scene.enter(EXAMPLE));
        }
        assertThat(entries.subList(0, 2)).allMatch(Pass.class::isInstance);
        assertThat(entries.get(2)).isInstanceOf(Shut.class);
        ((Pass) entries.get(0)).close();
        assertThat(scene.enter(EXAMPLE)).isInstanceOf(Pass.class);
    }

    @Test
    void lettingManyIntoOneDoorLeavesTheOthersOpen() throws InterruptedException {
        scene.pass(EXAMPLE);
        scene.pass(EXAMPLE);
        assertThat(scene.enter(domain("other.example"))).isInstanceOf(Pass.class);
    }

    @Test
    void shutsWhenNobodyIsReached() throws InterruptedException {
        scene.fail(EXAMPLE, "connection refused");
        assertThat(scene.shut(EXAMPLE)).isEqualTo(new Shut(NOON.plus(BACK_OFF), "connection refused"));
    }

    @Test
    void letsASingleOneTryAfterwards() throws InterruptedException {
        scene.fail(EXAMPLE, "connection refused");
        scene.clock.pass(BACK_OFF);
        Pass first = scene.pass(EXAMPLE);
        assertThat(scene.shut(EXAMPLE).until()).isEqualTo(NOON.plusSeconds(20));
        first.reached();
        first.close();
        assertThat(scene.enter(EXAMPLE)).isInstanceOf(Pass.class);
    }

    @Test
    void shutsTwiceAsLongEachTimeUpToALimit() throws InterruptedException {
        List<Long> seconds = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            scene.fail(EXAMPLE, "connection refused");
            Duration back = Duration.between(scene.clock.instant(), scene.shut(EXAMPLE).until());
            seconds.add(back.toSeconds());
            scene.clock.pass(back);
        }
        assertThat(seconds).containsExactly(10L, 20L, 40L, 60L, 60L);
    }

    @Test
    void countsFailuresThatHappenTogetherOnce() throws InterruptedException {
        try (Pass one = scene.pass(EXAMPLE); Pass two = scene.pass(EXAMPLE)) {
            one.unreached(Sentence.asItIs("connection refused"));
            two.unreached(Sentence.asItIs("connection refused"));
        }
        assertThat(scene.shut(EXAMPLE).until()).isEqualTo(NOON.plus(BACK_OFF));
    }

    @Test
    void givesHalfOfThePlacesInsteadOfShuttingWhenOthersAreServed() throws InterruptedException {
        Pass turnedAway = scene.pass(EXAMPLE);
        Pass served = scene.pass(EXAMPLE);
        scene.clock.pass(Duration.ofMillis(5));
        served.reached();
        turnedAway.unreached(Sentence.asItIs("421 too many connections"));
        turnedAway.close();
        assertThat(scene.enter(EXAMPLE)).isInstanceOf(Shut.class);
        served.close();
        assertThat(scene.enter(EXAMPLE)).isInstanceOf(Pass.class);
    }

    @Test
    void beginsWithFivePlacesAndAddsOneForEachThatGoesWell() throws InterruptedException {
        GateScene wide = GateScene.withPlaces(20);
        List<Pass> first = wide.crowd(EXAMPLE, Lane.ORDINARY, 30);
        assertThat(first).hasSize(5);
        wide.clock.pass(Duration.ofMillis(50));
        for (Pass pass : first) {
            pass.reached();
            pass.close();
        }
        List<Pass> second = wide.crowd(EXAMPLE, Lane.ORDINARY, 30);
        assertThat(second).hasSize(9);
        second.forEach(Pass::close);
        wide.succeed(EXAMPLE, 1000, Duration.ofMillis(50));
        assertThat(wide.crowd(EXAMPLE, Lane.ORDINARY, 30)).hasSize(20);
    }

    @Test
    void addsOneForEachRoundWhereThereHasBeenAFailure() throws InterruptedException {
        GateScene wide = GateScene.withPlaces(20);
        wide.fail(EXAMPLE, "connection refused");
        wide.clock.pass(BACK_OFF);
        wide.succeed(EXAMPLE, 1, Duration.ofMillis(50));
        assertThat(wide.crowd(EXAMPLE, Lane.ORDINARY, 30)).hasSizeLessThan(5).allMatch(pass -> {
            pass.close();
            return true;
        });
        wide.succeed(EXAMPLE, 1000, Duration.ofMillis(50));
        assertThat(wide.crowd(EXAMPLE, Lane.ORDINARY, 30)).hasSize(20);
    }

    @Test
    void addsNoPlaceWhereOneBecomesFreeEachMillisecond() throws InterruptedException {
        GateScene wide = GateScene.withPlaces(20);
        wide.succeed(EXAMPLE, 1000, Duration.ofMillis(4));
        assertThat(wide.crowd(EXAMPLE, Lane.ORDINARY, 30)).hasSize(5);
    }

    @Test
    void takesPlacesAwayAgainThatTurnOutNotToBeNeeded() throws InterruptedException {
        GateScene wide = GateScene.withPlaces(20);
        wide.succeed(EXAMPLE, 100, Duration.ofMillis(50));
        wide.succeed(EXAMPLE, 100, Duration.ofMillis(2));
        assertThat(wide.crowd(EXAMPLE, Lane.ORDINARY, 30)).hasSize(5);
    }

    @Test
    void givesEachThatFindsNoPlaceATimeOfItsOwn() throws InterruptedException {
        scene.pass(EXAMPLE);
        scene.pass(EXAMPLE);
        assertThat(scene.shut(EXAMPLE).until()).isBefore(scene.shut(EXAMPLE).until());
    }

    @Test
    void givesBulkMailTimesThatDoNotComeBeforeThoseOfOtherMail() throws InterruptedException {
        scene.pass(EXAMPLE);
        scene.pass(EXAMPLE);
        for (int i = 0; i < 1000; i++) {
            scene.enter(EXAMPLE, Lane.BULK);
        }
        assertThat(scene.shut(EXAMPLE).until()).isBefore(NOON.plusSeconds(3));
    }

    @Test
    void leavesAPlaceThatBulkMailDoesNotTake() throws InterruptedException {
        GateScene wide = GateScene.withPlaces(8);
        assertThat(wide.crowd(EXAMPLE, Lane.BULK, 10)).hasSize(4);
        assertThat(wide.crowd(EXAMPLE, Lane.ORDINARY, 10)).hasSize(1);
    }

    @Test
    void waitsForAPlaceWithPatience() throws Exception {
        GateScene patient = patient(Duration.ofSeconds(30));
        Pass first = patient.pass(EXAMPLE);
        patient.pass(EXAMPLE);
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
        GateScene patient = patient(Duration.ofMillis(20));
        patient.enter(EXAMPLE);
        patient.enter(EXAMPLE);
        patient.enter(EXAMPLE);
        long begin = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            assertThat(patient.enter(EXAMPLE)).isInstanceOf(Shut.class);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }

    private static Thread waiting(GateScene scene, CompletableFuture<Entry> entry) {
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                entry.complete(scene.enter(EXAMPLE, Lane.ORDINARY, 1_000_000_000));
            } catch (InterruptedException e) {
                entry.completeExceptionally(e);
            }
        });
        while (thread.getState() != Thread.State.TIMED_WAITING && !entry.isDone()) {
            Thread.onSpinWait();
        }
        return thread;
    }

    @Test
    void waitsLongerWithWhatIsLarge() throws Exception {
        GateScene patient = patient(Duration.ofMillis(20));
        Pass first = patient.pass(EXAMPLE);
        patient.pass(EXAMPLE);
        assertThat(patient.enter(EXAMPLE)).isInstanceOf(Shut.class);
        CompletableFuture<Entry> large = new CompletableFuture<>();
        waiting(patient, large);
        first.close();
        assertThat(large.get()).isInstanceOf(Pass.class);
    }

    @Test
    void letsFewWaitLonger() throws Exception {
        GateScene patient = patient(Duration.ofMillis(20));
        patient.pass(EXAMPLE);
        patient.pass(EXAMPLE);
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            waiting.add(waiting(patient, new CompletableFuture<>()));
        }
        assertThat(patient.enter(EXAMPLE, Lane.ORDINARY, 1_000_000_000)).isInstanceOf(Shut.class);
        waiting.forEach(Thread::interrupt);
    }

    @Test
    void keepsToTheRate() throws InterruptedException {
        GateScene rated = new GateScene(new Allowance(20, 60), Duration.ZERO, 100);
        int in = 0;
        for (int second = 0; second < 60; second++) {
            List<Pass> passes = rated.crowd(EXAMPLE, Lane.BULK, 10);
            passes.forEach(Pass::reached);
            passes.forEach(Pass::close);
            in += passes.size();
            rated.clock.pass(Duration.ofSeconds(1));
        }
        assertThat(in).isEqualTo(60);
    }

    @Test
    void letsASingleMessageGoAheadOfBulkMailWithinTheRate() throws InterruptedException {
        GateScene rated = new GateScene(new Allowance(20, 60), Duration.ZERO, 100);
        rated.crowd(EXAMPLE, Lane.BULK, 10);
        assertThat(rated.enter(EXAMPLE)).isInstanceOf(Pass.class);
    }

    @Test
    void forgetsWhatItNeedNotRemember() throws InterruptedException {
        for (int i = 0; i < 1000; i++) {
            try (Pass pass = scene.pass(domain("d" + i + ".example"))) {
                pass.reached();
            }
        }
        assertThat(scene.gate.doors()).isLessThanOrEqualTo(100);
    }

    @Test
    void keepsAPausedDestinationShutUntilItIsResumed() throws InterruptedException {
        DestinationControl pause = new DestinationControl(EXAMPLE.toString(), true, OptionalInt.empty(),
                OptionalInt.empty(), "alice", scene.clock.instant());
        scene.controls.now(List.of(pause));
        assertThat(scene.shut(EXAMPLE).reason()).contains("alice");
        assertThat(scene.gate.putOff(EXAMPLE, Lane.ORDINARY, NOON, NOON)).hasValueSatisfying(
                until -> assertThat(until).isAfter(NOON));
        scene.controls.now(List.of(pause.paused(false, "alice", scene.clock.instant())));
        assertThat(scene.enter(EXAMPLE)).isInstanceOf(Pass.class);
    }

    @Test
    void looksAgainWithinMinutesWhetherAPauseIsOver() throws InterruptedException {
        scene.controls.now(List.of(pause()));
        assertThat(scene.shut(EXAMPLE).until()).isBefore(NOON.plus(Duration.ofMinutes(20)));
    }

    @Test
    void callsBackForAWhileWhatMissedTheEndOfAPause() {
        scene.controls.now(List.of(pause()));
        assertThat(scene.gate.recalls(NOON)).isEmpty();
        scene.controls.now(List.of());
        assertThat(scene.gate.recalls(NOON)).extracting(Recalls.Recall::destination).containsExactly(EXAMPLE);
        scene.gate.settled(EXAMPLE);
        assertThat(scene.gate.recalls(NOON.plusSeconds(10))).hasSize(1);
        assertThat(scene.gate.recalls(NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void callsNothingBackThatIsPausedAgain() {
        scene.controls.now(List.of(pause()));
        scene.controls.now(List.of());
        scene.controls.now(List.of(pause()));
        assertThat(scene.gate.recalls(NOON)).isEmpty();
    }

    @Test
    void letsNobodyInBeforeItIsKnownWhatIsPaused() throws InterruptedException {
        DestinationGate early = scene.gateWith(new ControlsInForce());
        Shut shut = (Shut) early.enter(DoorKey.ofName(EXAMPLE), EXAMPLE, Lane.ORDINARY, 0);
        assertThat(shut.ours()).isTrue();
        assertThat(shut.until()).isEqualTo(NOON.plusSeconds(2));
        assertThat(early.putOff(EXAMPLE, Lane.ORDINARY, NOON, NOON)).isPresent();
    }

    @Test
    void saysWhetherItIsForItsOwnLimitsAlone() throws InterruptedException {
        scene.pass(EXAMPLE);
        scene.pass(EXAMPLE);
        assertThat(scene.shut(EXAMPLE).ours()).isTrue();
        GateScene failing = GateScene.withPlaces(2);
        failing.fail(EXAMPLE, "connection refused");
        assertThat(failing.shut(EXAMPLE).ours()).isFalse();
        failing.clock.pass(BACK_OFF);
        failing.pass(EXAMPLE);
        assertThat(failing.shut(EXAMPLE).ours()).isFalse();
    }

    private DestinationControl pause() {
        return new DestinationControl(EXAMPLE.toString(), true, OptionalInt.empty(), OptionalInt.empty(), "alice",
                NOON);
    }

    @Test
    void letsInNoMoreThanAPersonWants() throws InterruptedException {
        scene.controls.now(List.of(new DestinationControl(EXAMPLE.toString(), false, OptionalInt.of(1),
                OptionalInt.empty(), "alice", NOON)));
        assertThat(scene.crowd(EXAMPLE, Lane.ORDINARY, 5)).hasSize(1);
    }
}
