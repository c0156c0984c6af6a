package org.postern.delivery.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.delivery.gate.GateScene.domain;

import org.junit.jupiter.api.Test;
import org.postern.delivery.gate.DestinationGate.Entry;
import org.postern.delivery.gate.DestinationGate.Pass;
import org.postern.delivery.host.NextServer;
import org.postern.queue.Lane;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

class NeighboursTest {
    private final GateScene scene = new GateScene(new Allowance(20, 0), Duration.ZERO, 40);
    private int names;

    private static NextServer at(String address) {
        return new NextServer("mx", InetAddress.ofLiteral(address), 25);
    }

    private Pass stranger() throws InterruptedException {
        return scene.pass(domain("name" + names++ + ".example"));
    }

    /** {@return of so many, each with a name that nobody knows, those who may talk with the address it gives them} */
    private List<Pass> talking(int many, IntFunction<String> address) throws InterruptedException {
        List<Pass> talking = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Entry entry = scene.enter(domain("name" + names++ + ".example"));
            if (entry instanceof Pass pass && !pass.turnTo(List.of(at(address.apply(i)))).isEmpty()) {
                talking.add(pass);
            } else if (entry instanceof Pass pass) {
                assertThat(pass.crowded()).isPresent();
                pass.unused();
                pass.close();
            }
        }
        return talking;
    }

    @Test
    void letsAnOwnerOfManyNamesHoldAQuarterOfTheSessionsAtOneAddress() throws InterruptedException {
        assertThat(talking(1000, i -> "192.0.2.1")).hasSize(10);
        assertThat(talking(1, i -> "192.0.2.2")).hasSize(1);
    }

    @Test
    void letsAnOwnerOfManyAddressesHoldThreeEighthsInOneNetwork() throws InterruptedException {
        assertThat(talking(200, i -> "192.0.2." + i)).hasSize(15);
        assertThat(talking(1, i -> "198.51.100.1")).hasSize(1);
        assertThat(talking(1000, i -> "2001:db8:1:" + Integer.toHexString(i) + "::1")).hasSize(14);
    }

    @Test
    void leavesRoomForOthersThatAreSlow() throws InterruptedException {
        assertThat(talking(1000, i -> "192.0.2." + i % 250)).hasSize(15);
        scene.clock.pass(Duration.ofMinutes(5));
        assertThat(talking(100, i -> "198.51." + i + ".1")).hasSize(15);
    }

    @Test
    void givesHalfOfTheSessionsToManyNamesAtAnAddressThatIsQuick() throws InterruptedException {
        talking(1, i -> "192.0.2.1").forEach(Pass::close);
        assertThat(talking(100, i -> "192.0.2.1")).hasSize(20);
    }

    @Test
    void setsNoBoundToADoorThatIsQuick() throws InterruptedException {
        scene.succeed(domain("quick.example"), 20, Duration.ofMillis(10));
        assertThat(talking(50, i -> "192.0.2." + i)).hasSize(15);
        Pass quick = scene.pass(domain("quick.example"));
        assertThat(quick.turnTo(List.of(at("192.0.2.1")))).hasSize(1);
    }

    @Test
    void countsWhoWaitsForSeveralAddressesAtEachUntilOneAnswers() throws InterruptedException {
        List<Pass> racing = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            racing.add(stranger());
            assertThat(racing.getLast().turnTo(List.of(at("203.0.113." + i), at("192.0.2.1")))).hasSize(2);
        }
        assertThat(talking(1, i -> "192.0.2.1")).isEmpty();
        racing.getFirst().stayWith(at("203.0.113.0"));
        assertThat(talking(1, i -> "192.0.2.1")).hasSize(1);
    }

    @Test
    void freesAPlaceWhenOneTurnsElsewhereOrLeaves() throws InterruptedException {
        List<Pass> talking = talking(11, i -> "192.0.2.1");
        scene.clock.pass(GateScene.SLOW);
        talking.getFirst().turnTo(List.of(at("198.51.100.1")));
        assertThat(talking(2, i -> "192.0.2.1")).hasSize(1);
        talking.getLast().close();
        assertThat(talking(2, i -> "192.0.2.1")).hasSize(1);
    }

    @Test
    void takesUpWhatWaitsForAFullNetworkAsItsPlacesBecomeFree() throws InterruptedException {
        List<Pass> talking = talking(10, i -> "192.0.2.1");
        int first = names;
        assertThat(talking(50, i -> "192.0.2.1")).isEmpty();
        assertThat(takenUp(first, 50)).as("one now and then").isBetween(1, 2);
        scene.clock.pass(Duration.ofSeconds(1));
        assertThat(takenUp(first, 50)).isZero();
        scene.clock.pass(GateScene.SLOW);
        talking.subList(0, 3).forEach(Pass::close);
        assertThat(takenUp(first, 50)).as("for three places").isBetween(3, 6);
        scene.clock.pass(Duration.ofSeconds(1));
        assertThat(takenUp(first, 50)).isBetween(2, 3);
    }

    /** {@return how many of the messages that wait for so many names, one each, are taken up now} */
    private int takenUp(int first, int many) {
        int taken = 0;
        for (int i = first; i < first + many; i++) {
            Instant now = scene.clock.instant();
            taken += scene.gate.putOff(domain("name" + i + ".example"), Lane.ORDINARY, now, now).isEmpty() ? 1 : 0;
        }
        return taken;
    }

    @Test
    void givesEachThatIsTurnedAwayATimeOfItsOwn() throws InterruptedException {
        talking(10, i -> "192.0.2.1");
        Pass first = stranger();
        Pass second = stranger();
        first.turnTo(List.of(at("192.0.2.1")));
        second.turnTo(List.of(at("192.0.2.1")));
        assertThat(first.crowded().orElseThrow().until()).isAfter(scene.clock.instant())
                .isBefore(second.crowded().orElseThrow().until());
        assertThat(first.crowded().orElseThrow().ours()).as("no mail fails for it").isTrue();
        assertThat(first.crowded().orElseThrow().reason()).contains("192.0.2.0/24");
    }
}
