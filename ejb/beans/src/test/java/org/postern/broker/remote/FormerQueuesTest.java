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
    void whatLiesInTheGatewaysOwnIsMovedToThePlainName() {
        former.comeOver(List.of(queue("jms.queue.postern.outgoing.bulk", 3), queue("postern.outgoing.bulk", 9)));
        assertThat(moved).containsExactly("jms.queue.postern.outgoing.bulk to postern.outgoing.bulk");
    }

    @Test
    void anEmptyOneIsLeftAlone() {
        former.comeOver(List.of(queue("jms.queue.postern.submit", 0)));
        assertThat(moved).isEmpty();
    }

    @Test
    void whatAConsumerHasIsNotThereToBeMoved() {
        former.comeOver(List.of(new RemoteQueue("jms.queue.postern.submit", "", false, false, 3, 3, 0, 1, 3)));
        assertThat(moved).isEmpty();
    }

    @Test
    void oneThatCannotBeMovedKeepsNoOther() {
        FormerQueues some = new FormerQueues((queue, address) -> {
            if (queue.endsWith("dead")) {
                throw new IllegalStateException("not allowed");
            }
            return moved.add(address) ? 1 : 0;
        });
        some.comeOver(List.of(queue("jms.queue.postern.dead", 1), queue("jms.queue.postern.submit", 1)));
        assertThat(moved).containsExactly("postern.submit");
    }

    @Test
    void queuesOfApplicationsStayWhereTheyAre() {
        former.comeOver(List.of(queue("jms.queue.orders", 5), queue("orders", 5), queue("jms", 1),
                queue("jms.queue.postern.of-somebody", 1)));
        assertThat(moved).isEmpty();
    }
}
