package org.postern.broker.remote;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.ConnectionFactory;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class RemoteBrokerTest {
    private Instant now = Instant.parse("2026-12-01T10:00:00Z");
    private final RemoteBroker remote = new RemoteBroker(2, () -> now);
    private final List<String> asked = new ArrayList<>();
    private final PresentBroker present = new PresentBroker(factory("any"), remote, "", this::factory);

    private ConnectionFactory factory(String name) {
        return (ConnectionFactory) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[]{ConnectionFactory.class}, (proxy, method, arguments) -> {
                    asked.add(name);
                    return null;
                });
    }

    private static RemoteQueue queue(String name, long messages, long scheduled) {
        return new RemoteQueue(name, name, false, false, messages, 0, scheduled, 1, messages);
    }

    private void says(String host, int diskUsed, RemoteQueue... queues) {
        remote.says(host, new BrokerState(now, diskUsed, 98, List.of(queues)));
    }

    @Test
    void whatTwoHoldIsOneDepthWithoutWhatIsForLater() {
        says("one", 10, queue("postern.outgoing", 5, 2));
        says("two", 10, queue("postern.outgoing", 7, 0), queue("orders", 1, 0));
        assertThat(remote.depth("postern.outgoing")).hasValue(10);
        assertThat(remote.depth("prices")).isEmpty();
        assertThat(remote.queues()).extracting(RemoteQueue::name).containsExactly("orders", "postern.outgoing");
        assertThat(remote.queues().getLast().consumers()).isEqualTo(2);
    }

    @Test
    void mailGoesWhereADiskHasRoom() throws Exception {
        says("one", 98);
        says("two", 91);
        assertThat(remote.roomiestDisk()).hasValue(new RemoteBroker.Disk(91, 98));
        present.createConnection();
        assertThat(asked).containsExactly("two");
    }

    @Test
    void whatNobodyHasIsNowhereOnlyWhenAllHaveAnswered() {
        says("one", 10);
        assertThat(remote.areAllAnswering()).isFalse();
        says("two", 10);
        assertThat(remote.areAllAnswering()).isTrue();
    }

    @Test
    void whatWasSaidLongAgoIsNotKnown() {
        says("one", 10, queue("postern.outgoing", 5, 0));
        now = now.plusSeconds(6);
        assertThat(remote.depth("postern.outgoing")).isEmpty();
        assertThat(remote.roomiestDisk()).isEmpty();
    }

    @Test
    void connectionsStayWithOneWhileItAnswers() throws Exception {
        says("one", 10);
        says("two", 10);
        for (int i = 0; i < 3; i++) {
            present.createConnection();
        }
        remote.saysNothing("one");
        present.createContext();
        says("one", 10);
        present.createConnection();
        assertThat(asked).containsExactly("one", "one", "one", "two", "two");
    }

    @Test
    void severalGatewaysBeginWithDifferentOnes() throws Exception {
        says("one", 10);
        says("two", 10);
        new PresentBroker(factory("any"), remote, "a", this::factory).createConnection();
        new PresentBroker(factory("any"), remote, "b", this::factory).createConnection();
        assertThat(asked).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void whileNobodyIsKnownToAnswerAnyIsTried() throws Exception {
        present.createConnection();
        assertThat(asked).containsExactly("any");
    }
}
