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
    private final RemoteBroker remote = new RemoteBroker(true, () -> now);
    private final List<String> asked = new ArrayList<>();
    private final PresentBroker present = new PresentBroker(factory("any"), remote, this::factory);

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
    void theFullestDiskCounts() {
        says("one", 10);
        says("two", 91);
        assertThat(remote.fullestDisk()).hasValue(new RemoteBroker.Disk(91, 98));
    }

    @Test
    void whatWasSaidLongAgoIsNotKnown() {
        says("one", 10, queue("postern.outgoing", 5, 0));
        now = now.plusSeconds(6);
        assertThat(remote.depth("postern.outgoing")).isEmpty();
        assertThat(remote.fullestDisk()).isEmpty();
    }

    @Test
    void connectionsGoToOneAfterAnotherOfThoseThatAnswer() throws Exception {
        says("one", 10);
        says("two", 10);
        for (int i = 0; i < 3; i++) {
            present.createConnection();
        }
        remote.saysNothing("one");
        present.createContext();
        present.createConnection();
        assertThat(asked).containsExactly("one", "two", "one", "two", "two");
    }

    @Test
    void whileNobodyIsKnownToAnswerAnyIsTried() throws Exception {
        present.createConnection();
        assertThat(asked).containsExactly("any");
    }
}
