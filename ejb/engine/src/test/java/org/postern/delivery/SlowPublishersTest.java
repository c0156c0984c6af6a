package org.postern.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.delivery.gate.GateScene.domain;

import org.junit.jupiter.api.Test;
import org.postern.delivery.gate.Allowance;
import org.postern.delivery.gate.DestinationGate.Pass;
import org.postern.delivery.gate.DoorKey;
import org.postern.delivery.gate.DoorView;
import org.postern.delivery.gate.GateScene;
import org.postern.delivery.host.NextServer;
import org.postern.delivery.host.Turns;
import org.postern.delivery.tls.TlsDemand;
import org.postern.delivery.tls.TlsPolicies;
import org.postern.routing.Destination;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Domains whose own policy host or DNS is slow, at hosts that they share with others. */
class SlowPublishersTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final NextServer POLICY_HOST = new NextServer("mta-sts.slow.example",
            InetAddress.ofLiteral("198.51.100.1"), 443);

    private final KnownNames names = new KnownNames().mx("slow.example", "10 mx.shared.example")
            .address("mx.shared.example", "192.0.2.9");
    private final GateScene scene = new GateScene(new Allowance(20, 0), Duration.ZERO, 40, names);
    private final Servers servers = new Servers();
    private final List<String> insideWhenAsked = new ArrayList<>();
    private final WaitingLine line = new WaitingLine(scene, names, servers, new SlowPolicies());

    /** What is published takes long to learn, or to decide on. */
    private class SlowPolicies implements TlsPolicies {
        @Override
        public Decision decide(Destination destination, NextServer server) {
            scene.clock.pass(LONG);
            return new Demanded(new TlsDemand.May());
        }

        @Override
        public boolean isLearned(Destination destination) {
            return false;
        }

        @Override
        public boolean learn(Destination destination, Turns turns) {
            boolean turn = !turns.turnTo(List.of(POLICY_HOST)).isEmpty();
            scene.gate.survey(10).stream().map(DoorView::hosts).forEach(insideWhenAsked::add);
            scene.clock.pass(turn ? LONG : Duration.ZERO);
            return turn;
        }
    }

    @Test
    void makeNoHostsSlowThatOthersShare() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            servers.on("mx.shared.example");
        }
        line.arrive(domain("slow.example"), 20);
        assertThat(line.left()).isZero();
        assertThat(insideWhenAsked).doesNotContain("mx.shared.example");
        assertThat(scene.gate.survey(10)).extracting(DoorView::hosts)
                .containsExactly(DoorKey.ofName(domain("slow.example")).text());
    }

    @Test
    void holdNoMorePlacesByTheirPolicyHostsThanByOthers() throws InterruptedException {
        List<Pass> slow = crowdAtThePolicyHost();
        servers.on("mx.shared.example");
        line.arrive(domain("slow.example"), 1);
        assertThat(servers.log).isEmpty();
        assertThat(line.left()).isOne();
        slow.forEach(Pass::close);
        line.pass(Duration.ofMinutes(1));
        assertThat(line.left()).isZero();
    }

    @Test
    void getTheirMailWithoutATurnWhereWhatIsKnownWillDo() throws InterruptedException {
        crowdAtThePolicyHost();
        servers.on("mx.shared.example");
        new WaitingLine(scene, names, servers, new SlowPolicies() {
            @Override
            public boolean learn(Destination destination, Turns turns) {
                assertThat(super.learn(destination, turns)).isFalse();
                return true;
            }
        }).arrive(domain("slow.example"), 1);
        assertThat(servers.log).containsExactly("connect mx.shared.example", "release mx.shared.example");
    }

    private List<Pass> crowdAtThePolicyHost() throws InterruptedException {
        List<Pass> slow = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            slow.add(scene.pass(domain("other" + i + ".example")));
            slow.getLast().turnTo(List.of(POLICY_HOST));
        }
        return slow;
    }
}
