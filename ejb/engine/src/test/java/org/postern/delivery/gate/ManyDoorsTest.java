package org.postern.delivery.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.delivery.gate.GateScene.domain;

import org.junit.jupiter.api.Test;
import org.postern.delivery.gate.DestinationGate.Pass;
import org.postern.queue.Lane;

import java.time.Duration;

/** A gate that remembers a hundred doors, and thousands of destinations that are dead. */
class ManyDoorsTest {
    private static final int REMEMBERED = 100;
    private static final int DEAD = 10_000;

    private final GateScene scene = new GateScene(new Allowance(20, 0), Duration.ZERO, 40);

    private void killMany() throws InterruptedException {
        for (int i = 0; i < DEAD; i++) {
            scene.fail(domain("dead" + i + ".example"), "nobody there");
        }
    }

    @Test
    void remembersNoMoreDoorsThoughAllAreShut() throws InterruptedException {
        killMany();
        assertThat(scene.gate.doors()).isEqualTo(REMEMBERED);
    }

    @Test
    void remembersThoseThatAreAskedFor() throws InterruptedException {
        scene.fail(domain("busy.example"), "down for hours");
        for (int i = 0; i < DEAD; i++) {
            scene.fail(domain("dead" + i + ".example"), "nobody there");
            assertThat(scene.gate.putOff(domain("busy.example"), Lane.ORDINARY, scene.clock.instant(),
                    scene.clock.instant())).isPresent();
        }
        assertThat(scene.shut(domain("busy.example")).reason()).isEqualTo("down for hours");
    }

    @Test
    void forgetsNobodyWhoIsBehindADoor() throws InterruptedException {
        Pass inside = scene.pass(domain("slow.example"));
        killMany();
        assertThat(scene.crowd(domain("slow.example"), Lane.ORDINARY, 20)).hasSize(4);
        inside.close();
        assertThat(scene.crowd(domain("slow.example"), Lane.ORDINARY, 20)).hasSize(1);
    }

    @Test
    void callsBackWhatWaitsBehindTheOneThatIsAliveAgain() throws InterruptedException {
        for (int i = 0; i < REMEMBERED - 1; i++) {
            scene.fail(domain("dead" + i + ".example"), "nobody there");
            for (int waiting = 0; waiting < 5; waiting++) {
                scene.shut(domain("dead" + i + ".example"));
            }
        }
        assertThat(scene.gate.recalls(scene.clock.instant())).isEmpty();
        scene.clock.pass(GateScene.BACK_OFF);
        scene.succeed(domain("dead7.example"), 1, Duration.ofMillis(10));
        assertThat(scene.gate.recalls(scene.clock.instant()))
                .extracting(recall -> recall.destination())
                .containsOnly(domain("dead7.example"));
    }
}
