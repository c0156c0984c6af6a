package org.postern.delivery.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.delivery.gate.GateScene.named;

import org.junit.jupiter.api.Test;
import org.postern.delivery.gate.DestinationGate.Pass;
import org.postern.delivery.gate.DestinationGate.Shut;
import org.postern.queue.Lane;
import org.postern.routing.Destination;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class CrowdTest {
    private static final Destination QUICK = named("quick.example");
    private final GateScene scene = new GateScene(new Allowance(20, 0), Duration.ZERO, 40);

    private List<Pass> fill(String kind, int destinations) throws InterruptedException {
        List<Pass> in = new ArrayList<>();
        for (int i = 0; i < destinations; i++) {
            in.addAll(scene.crowd(named(kind + i + ".example"), Lane.ORDINARY, 20));
        }
        return in;
    }

    @Test
    void leavesAQuarterOfTheSessionsToThoseItKnows() throws InterruptedException {
        scene.succeed(QUICK, 5, Duration.ofMillis(10));
        assertThat(fill("strange", 20)).hasSize(30);
        assertThat(scene.crowd(QUICK, Lane.ORDINARY, 5)).hasSize(5);
    }

    @Test
    void takesUpWhatWaitsAsThereIsRoomAmongAll() throws InterruptedException {
        List<Pass> inside = fill("strange", 20);
        assertThat(takenUp("other", 100)).as("one now and then").isBetween(1, 2);
        scene.clock.pass(Duration.ofSeconds(6));
        inside.subList(0, 2).forEach(Pass::close);
        assertThat(takenUp("other", 100)).as("for two places").isBetween(2, 4);
        scene.succeed(QUICK, 5, Duration.ofMillis(10));
        assertThat(scene.gate.putOff(QUICK, Lane.ORDINARY, scene.clock.instant(), scene.clock.instant())).isEmpty();
    }

    /** {@return how many of the messages that wait for so many destinations, one each, are taken up now} */
    private int takenUp(String kind, int destinations) {
        int taken = 0;
        for (int i = 0; i < destinations; i++) {
            Destination to = named(kind + i + ".example");
            taken += scene.gate.putOff(to, Lane.ORDINARY, scene.clock.instant(), scene.clock.instant()).isEmpty()
                    ? 1
                    : 0;
        }
        return taken;
    }

    @Test
    void givesSlowDestinationsHalfOfTheSessionsTogether() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            scene.succeed(named("slow" + i + ".example"), 1, Duration.ofSeconds(20));
        }
        scene.succeed(QUICK, 100, Duration.ofMillis(10));
        assertThat(fill("slow", 20)).hasSize(20);
        assertThat(scene.enter(named("slow0.example"))).isInstanceOf(Shut.class);
        assertThat(scene.crowd(QUICK, Lane.ORDINARY, 10)).hasSize(10);
    }

    @Test
    void takesAsSlowWhereOneHasNotComeBackForLong() throws InterruptedException {
        List<Pass> inside = fill("hanging", 4);
        assertThat(inside).hasSize(20);
        scene.clock.pass(GateScene.SLOW);
        assertThat(scene.enter(named("hanging0.example"))).isInstanceOf(Shut.class);
        assertThat(scene.enter(named("strange.example"))).isInstanceOf(Pass.class);
        inside.getFirst().close();
        assertThat(scene.enter(named("hanging1.example"))).isInstanceOf(Shut.class);
    }

    @Test
    void boundsThoseWhoLookSomethingUpHoweverQuickTheirHostsAre() throws InterruptedException {
        scene.succeed(QUICK, 20, Duration.ofMillis(10));
        scene.succeed(named("one.example"), 20, Duration.ofMillis(100));
        scene.succeed(named("two.example"), 20, Duration.ofMillis(100));
        List<Pass> looking = lookingUp("one.example");
        looking.addAll(lookingUp("two.example"));
        assertThat(looking).hasSize(30);
        List<Pass> quick = scene.crowd(QUICK, Lane.ORDINARY, 10);
        assertThat(quick).hasSize(10);
        quick.forEach(Pass::close);
        scene.clock.pass(GateScene.SLOW);
        looking.subList(0, 10).forEach(Pass::close);
        assertThat(scene.enter(named("one.example"))).isInstanceOf(Shut.class);
        assertThat(scene.gate.survey(10)).as("their hosts are quick").noneMatch(DoorView::slow);
    }

    private List<Pass> lookingUp(String host) throws InterruptedException {
        List<Pass> looking = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            if (scene.enter(named(host)) instanceof Pass pass) {
                pass.leave();
                looking.add(pass);
            }
        }
        return looking;
    }

    @Test
    void countsEachLaneForItself() throws InterruptedException {
        assertThat(fill("strange", 20)).hasSize(30);
        assertThat(scene.enter(named("other.example"), Lane.BULK)).isInstanceOf(Pass.class);
    }
}
