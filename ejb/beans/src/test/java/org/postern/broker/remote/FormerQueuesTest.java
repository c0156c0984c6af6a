package org.postern.broker.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class FormerQueuesTest {
    private final List<String> moved = new ArrayList<>();
    private final FormerQueues former = new FormerQueues((queue, address) -> {
        moved.add(queue + " to " + address);
        return 1;
    });

    private static RemoteQueue queue(String name, long messages) {
        return new RemoteQueue(name, name, false, false, messages, 0, 0, 0, messages);
    }

    @Test
    void whatLiesInTheGatewaysOwnIsMovedToThePlainName() throws Exception {
        former.comeOver(List.of(queue("jms.queue.postern.outgoing.bulk", 3), queue("postern.outgoing.bulk", 9)));
        assertThat(moved).containsExactly("jms.queue.postern.outgoing.bulk to postern.outgoing.bulk");
    }

    @Test
    void anEmptyOneIsLeftAlone() throws Exception {
        former.comeOver(List.of(queue("jms.queue.postern.submit", 0)));
        assertThat(moved).isEmpty();
    }

    @Test
    void queuesOfApplicationsStayWhereTheyAre() throws Exception {
        former.comeOver(List.of(queue("jms.queue.orders", 5), queue("orders", 5), queue("jms", 1)));
        assertThat(moved).isEmpty();
    }
}
